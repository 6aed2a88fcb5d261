//! Folders.

use engine::{
    Actor, Outcome,
    model::{Line, Tag},
    ops::{
        domain::{Dossier, Push, Receiver, SetTags},
        folder::{Assign, Create, Delete, Info, List, Source, Update},
    },
};

use crate::fixture::{World, name, outcomes};

cases! {
    success_counts_the_domains_in_a_folder
    success_copies_moves_and_takes_out
    success_keeps_labels_that_are_no_folders
    success_keeps_the_domains_of_a_folder_that_is_renamed
    success_leaves_the_domains_of_a_folder_that_is_removed
    success_forgets_a_domain_that_changes_hands
    refused_for_a_name_that_is_taken
    refused_for_what_does_not_exist
    refused_for_domains_of_others
    refused_beyond_what_a_domain_holds
}

fn tag(text: &str) -> Tag {
    Tag::parse(text).unwrap()
}

fn make(world: &World, folder: &str) {
    let create = Create { name: tag(folder), description: None };
    world.done(&world.alpha, Outcome::FolderCreated, create);
}

fn assign(domains: &[&str], from: Source, to: Option<&str>) -> Assign {
    Assign { domains: domains.iter().map(|domain| name(domain)).collect(), from, to: to.map(tag) }
}

fn put(world: &World, domains: &[&str], from: Source, to: Option<&str>) {
    world.done(&world.alpha, Outcome::FolderAssigned, assign(domains, from, to));
}

/// ALPHA's folders, each with how many domains are in it.
fn folders(world: &World) -> Vec<(String, u64)> {
    let views = world.found(&world.alpha, Outcome::FoldersListed, List::default());
    views.into_iter().map(|view| (view.folder.name.to_string(), view.domains)).collect()
}

fn labels(world: &World, domain: &str) -> Vec<String> {
    let dossier = world.found(&world.alpha, Outcome::DomainFound, Dossier { name: name(domain) });
    dossier.tags.into_iter().map(|tag| tag.to_string()).collect()
}

/// Two folders and two domains.
fn world() -> World {
    let world = World::new();
    for domain in ["shop.test", "else.test"] {
        world.register(&world.alpha, domain);
    }
    make(&world, "One");
    make(&world, "Two");
    world
}

fn set_labels(actor: &Actor, world: &World, domain: &str, labels: &[&str]) {
    let replace = Some(labels.iter().map(|label| tag(label)).collect());
    let set = SetTags { name: name(domain), replace, add: Vec::new(), remove: Vec::new() };
    world.done(actor, Outcome::DomainTagsSet, set);
}

fn counted(one: u64, two: u64) -> [(String, u64); 2] {
    [("One".to_owned(), one), ("Two".to_owned(), two)]
}

fn success_counts_the_domains_in_a_folder() {
    let world = world();
    put(&world, &["shop.test", "else.test"], Source::Nowhere, Some("One"));
    put(&world, &["else.test"], Source::Nowhere, Some("Two"));
    assert_eq!(folders(&world), counted(2, 1));
    let of_domain = List { domain: Some(name("shop.test")) };
    let views = world.found(&world.alpha, Outcome::FoldersListed, of_domain);
    assert_eq!(views.len(), 1);
    let both = world.found(&world.alpha, Outcome::FolderFound, Info { name: tag("One") });
    assert_eq!((both.folder.name, both.domains), (tag("One"), 2));
    assert!(world.found(&world.bravo, Outcome::FoldersListed, List::default()).is_empty());
}

fn success_copies_moves_and_takes_out() {
    let world = world();
    put(&world, &["shop.test"], Source::Nowhere, Some("One"));
    put(&world, &["shop.test"], Source::Nowhere, Some("Two"));
    assert_eq!(labels(&world, "shop.test"), ["One", "Two"]);
    put(&world, &["shop.test"], Source::Folder(tag("One")), None);
    assert_eq!(labels(&world, "shop.test"), ["Two"]);
    // The second is not in that folder, so it does not come into the other.
    put(&world, &["shop.test", "else.test"], Source::Folder(tag("Two")), Some("One"));
    assert_eq!(folders(&world), counted(1, 0));
    put(&world, &["shop.test", "else.test"], Source::Everywhere, Some("Two"));
    assert_eq!(folders(&world), counted(0, 2));
}

fn success_keeps_labels_that_are_no_folders() {
    let world = world();
    set_labels(&world.alpha, &world, "shop.test", &["One", "mine"]);
    put(&world, &["shop.test"], Source::Everywhere, None);
    assert_eq!(labels(&world, "shop.test"), ["mine"]);
    make(&world, "mine");
    assert_eq!(folders(&world)[2], ("mine".to_owned(), 1));
}

fn success_keeps_the_domains_of_a_folder_that_is_renamed() {
    let world = world();
    put(&world, &["shop.test", "else.test"], Source::Nowhere, Some("One"));
    set_labels(&world.alpha, &world, "else.test", &["New", "One"]);
    let description = Some(Line::parse("for sale", 250).unwrap());
    let rename = Update { name: tag("One"), new_name: Some(tag("New")), description: description.clone() };
    let renamed = world.done(&world.alpha, Outcome::FolderUpdated, rename);
    assert_eq!(renamed.description, description);
    assert_eq!(folders(&world), [("New".to_owned(), 2), ("Two".to_owned(), 0)]);
    assert_eq!(labels(&world, "else.test"), ["New"]);
    // What is not named stays.
    let nothing = Update { name: tag("New"), new_name: None, description: None };
    assert_eq!(world.done(&world.alpha, Outcome::FolderUpdated, nothing), renamed);
}

fn success_leaves_the_domains_of_a_folder_that_is_removed() {
    let world = world();
    put(&world, &["shop.test"], Source::Nowhere, Some("One"));
    world.done(&world.alpha, Outcome::FolderDeleted, Delete { name: tag("One") });
    assert!(labels(&world, "shop.test").is_empty());
    make(&world, "One");
    assert_eq!(folders(&world), counted(0, 0));
}

fn success_forgets_a_domain_that_changes_hands() {
    let world = world();
    put(&world, &["shop.test"], Source::Nowhere, Some("One"));
    let to = Receiver::Clid(world.bravo.account.clid.clone());
    world.done(&world.alpha, Outcome::DomainPushed, Push { name: name("shop.test"), to });
    assert_eq!(folders(&world), counted(0, 0));
}

fn refused_for_a_name_that_is_taken() {
    let world = world();
    let create = Create { name: tag("One"), description: None };
    world.refused(&world.alpha, Outcome::FolderTaken, create.clone());
    world.done(&world.bravo, Outcome::FolderCreated, create);
    let rename = Update { name: tag("One"), new_name: Some(tag("Two")), description: None };
    world.refused(&world.alpha, Outcome::FolderTaken, rename);
}

fn refused_for_what_does_not_exist() {
    let world = world();
    let none = || tag("None");
    world.denied(&world.alpha, Outcome::FolderUnknown, Info { name: none() });
    let rename = Update { name: none(), new_name: None, description: None };
    world.refused(&world.alpha, Outcome::FolderUnknown, rename);
    world.refused(&world.alpha, Outcome::FolderUnknown, Delete { name: none() });
    world.refused(&world.bravo, Outcome::FolderUnknown, Delete { name: tag("One") });
    let into = assign(&["shop.test"], Source::Nowhere, Some("None"));
    world.refused(&world.alpha, Outcome::FolderUnknown, into);
    let out = assign(&["shop.test"], Source::Folder(none()), None);
    world.refused(&world.alpha, Outcome::FolderUnknown, out);
    let twice = assign(&["shop.test", "shop.test"], Source::Nowhere, Some("One"));
    world.refused(&world.alpha, Outcome::NamedTwice, twice);
}

fn refused_for_domains_of_others() {
    let world = world();
    let missing = assign(&["none.test", "shop.test", "nowhere.test"], Source::Nowhere, Some("One"));
    let refusals = world.refused(&world.alpha, Outcome::DomainUnknown, missing);
    assert_eq!(outcomes(&refusals), [Outcome::DomainUnknown; 2], "each is told");
    world.register(&world.bravo, "theirs.test");
    for (domain, outcome) in [("theirs.test", Outcome::NotSponsor), ("none.test", Outcome::DomainUnknown)] {
        let into = assign(&["shop.test", domain], Source::Nowhere, Some("One"));
        world.refused(&world.alpha, outcome, into);
        world.denied(&world.alpha, outcome, List { domain: Some(name(domain)) });
    }
}

fn refused_beyond_what_a_domain_holds() {
    let world = world();
    let many: Vec<String> = (0..20).map(|number| format!("label {number}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    set_labels(&world.alpha, &world, "shop.test", &many);
    let into = assign(&["shop.test"], Source::Nowhere, Some("One"));
    world.refused(&world.alpha, Outcome::TagsTooMany, into);
}
