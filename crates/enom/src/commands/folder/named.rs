//! What is said of folders, both ways.

use engine::Field;
use engine::model::{Folder, Line, Tag};

use crate::fields::Fields;
use crate::params::{Params, choose};

/// Reads the name of a folder, which has to be there.
pub(super) fn needed(params: &mut Params, name: &'static str) -> Option<Tag> {
    params.need(name, Field::DomainTag, Tag::parse)
}

/// Reads what a folder is for, if that was sent.
pub(super) fn description(params: &mut Params, name: &str) -> Option<Line> {
    params.read(name, Field::DomainTag, |text| Line::parse(text, LONGEST))
}

/// Reads the kind of folder, of which there is one: domains are sorted, and not changed by that.
pub(super) fn kind(params: &mut Params) {
    params.read("FolderType", Field::DomainTag, |text| choose("FolderType", text, &[(PLAIN, ())]));
}

/// What is told of a folder that was made or changed.
pub(super) fn told(folder: &Folder) -> Fields {
    Fields::new()
        .one("FolderID", folder.id.0.to_string())
        .one("FolderName", folder.name.as_str())
        .one("FolderType", PLAIN)
        .one("FolderDescription", of(folder))
        .one("Result", DONE)
}

/// What a folder is for.
pub(super) fn of(folder: &Folder) -> String {
    folder.description.as_ref().map(|line| line.as_str().to_owned()).unwrap_or_default()
}

/// The kind of a folder that domains are sorted into.
pub(super) const PLAIN: &str = "0";
/// How a command for a folder ended, if it did what it should.
pub(super) const DONE: &str = "1";
/// Characters of a description.
const LONGEST: usize = 250;
