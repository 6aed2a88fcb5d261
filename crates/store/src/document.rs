//! Parts of an object that nothing queries: JSON text in one column, NULL when there is nothing to say.

use engine::Fault;
use engine::model::{DomainName, HostAddress, HostAttribute, Status, StatusNote, Statuses};
use engine::ports::store::Result;
use serde::{Deserialize, Serialize};

/// The text of a document.
pub(crate) fn text<T: Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value)
        .map_err(|error| Fault::internal(format!("a document cannot be written: {error}")))
}

/// The text of a list, `None` when it is empty.
pub(crate) fn list<T: Serialize>(values: &[T]) -> Result<Option<String>> {
    if values.is_empty() { Ok(None) } else { text(&values).map(Some) }
}

/// The notes beside statuses, by the status's name.
pub(crate) fn status_notes(statuses: &Statuses) -> Result<Option<String>> {
    let note = |(status, note): &(Status, StatusNote)| (status.name(), note.clone());
    list(&statuses.notes().iter().map(note).collect::<Vec<_>>())
}

/// A host attribute as it stands in its document.
#[derive(Serialize, Deserialize)]
pub(crate) struct StoredAttribute {
    name: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    addresses: Vec<HostAddress>,
}

impl From<&HostAttribute> for StoredAttribute {
    fn from(attribute: &HostAttribute) -> Self {
        Self { name: attribute.name.as_str().to_owned(), addresses: attribute.addresses.clone() }
    }
}

impl From<StoredAttribute> for HostAttribute {
    fn from(stored: StoredAttribute) -> Self {
        Self { name: DomainName::from_store(stored.name), addresses: stored.addresses }
    }
}
