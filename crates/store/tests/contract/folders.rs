//! Folders, and the labels behind them.

use engine::model::{AccountId, Folder, FolderId, Line, Tag};
use engine::ports::store::{Inserted, Store};

use crate::client::{read, write};
use crate::fixtures::{id, opened};

fn tag(text: &str) -> Tag {
    Tag::parse(text).unwrap()
}

fn folder(name: &str, description: Option<&str>) -> Folder {
    let description = description.map(|text| Line::parse(text, 250).unwrap());
    Folder { id: FolderId(id()), name: tag(name), description }
}

fn put(store: &dyn Store, account: AccountId, folder: &Folder) -> Inserted {
    let folder = folder.clone();
    write(store, move |tables| tables.insert_folder(account, &folder))
}

pub(crate) fn a_folder_reads_back_as_it_was_written(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let (one, two) = (folder("One", Some("first")), folder("Two", None));
    for folder in [&two, &one] {
        assert_eq!(put(store, alpha, folder), Inserted::Yes);
    }
    assert_eq!(put(store, alpha, &folder("One", None)), Inserted::Taken);
    assert_eq!(put(store, bravo, &folder("One", None)), Inserted::Yes);
    let folders = || read(store, move |tables| tables.folders(alpha));
    assert_eq!(folders(), [(one.clone(), 0), (two.clone(), 0)]);
    let found = |name| read(store, move |tables| tables.folder(alpha, &tag(name)));
    assert_eq!((found("Two"), found("None")), (Some(two.clone()), None));

    let renamed = Folder { name: tag("New"), description: None, ..one.clone() };
    let update = |from: &'static str, folder: Folder| {
        write(store, move |tables| tables.update_folder(alpha, &tag(from), &folder))
    };
    assert_eq!(update("One", renamed.clone()), Inserted::Yes);
    assert_eq!(update("Two", Folder { name: tag("New"), ..two.clone() }), Inserted::Taken);
    assert_eq!(folders(), [(renamed, 0), (two, 0)]);
    let deleted = |name| write(store, move |tables| tables.delete_folder(alpha, &tag(name)));
    assert_eq!([deleted("New"), deleted("New")], [true, false]);
}

pub(crate) fn labels_are_counted_renamed_and_taken_away_within_an_account(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    for account in [alpha, bravo] {
        assert_eq!(put(store, account, &folder("One", None)), Inserted::Yes);
    }
    let domains = [id(), id(), id()].map(engine::model::DomainId);
    let label = |place: usize, account, labels: &'static [&'static str]| {
        let labels: Vec<Tag> = labels.iter().map(|label| tag(label)).collect();
        write(store, move |tables| tables.add_tags(domains[place], account, &labels));
    };
    label(0, alpha, &["One"]);
    label(1, alpha, &["New", "One"]);
    label(2, bravo, &["One"]);
    let count = |account| read(store, move |tables| Ok(tables.folders(account)?[0].1));
    assert_eq!((count(alpha), count(bravo)), (2, 1));
    let counted = |name| read(store, move |tables| tables.counted_folder(alpha, &tag(name)));
    assert_eq!((counted("One").map(|(_, domains)| domains), counted("None")), (Some(2), None));

    write(store, move |tables| tables.rename_tag(alpha, &tag("One"), &tag("New")));
    let labels = |place: usize| read(store, move |tables| tables.tags_of(domains[place]));
    assert_eq!((labels(0), labels(1), labels(2)), (vec![tag("New")], vec![tag("New")], vec![tag("One")]));
    write(store, move |tables| tables.remove_tag(alpha, &tag("New")));
    assert_eq!((labels(0), labels(2)), (vec![], vec![tag("One")]));
}
