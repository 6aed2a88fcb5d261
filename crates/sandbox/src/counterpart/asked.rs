//! Which transfers wait for an answer.

use engine::model::{
    Clid, ContactId, DomainId, DomainName, Handle, Instant, Job, ObjectId, Transfer, TransferState,
};
use engine::ports::store::{Result as StoreResult, Snapshot};
use serde::{Deserialize, Serialize};

/// A pending transfer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Asked {
    pub(super) object: Object,
    pub(super) requested_at: Instant,
}

/// What a transfer is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Object {
    Domain(String),
    Contact(String),
}

impl Object {
    pub(crate) fn name(&self) -> &str {
        match self {
            Self::Domain(name) | Self::Contact(name) => name,
        }
    }

    fn id(&self, store: &dyn Snapshot) -> StoreResult<Option<ObjectId>> {
        match self {
            Self::Domain(name) => {
                Ok(store.domain(&DomainName::from_store(name.clone()))?.map(|domain| domain.id.into()))
            }
            Self::Contact(handle) => {
                Ok(store.contact(&Handle::from_store(handle.clone()))?.map(|contact| contact.id.into()))
            }
        }
    }

    fn of(store: &dyn Snapshot, id: ObjectId) -> StoreResult<Option<Self>> {
        if let Some(domain) = store.domain_by_id(DomainId(id.0))? {
            return Ok(Some(Self::Domain(domain.name.to_string())));
        }
        Ok(store.contact_by_id(ContactId(id.0))?.map(|contact| Self::Contact(contact.handle.to_string())))
    }
}

/// The pending transfer of an object, and who has to answer it.
pub(super) fn pending(store: &dyn Snapshot, object: &Object) -> StoreResult<Option<(Clid, Asked)>> {
    let Some(id) = object.id(store)? else { return Ok(None) };
    let Some(transfer) = pending_of(store, id)? else { return Ok(None) };
    let losing = store.account(transfer.losing)?;
    let asked = Asked { object: object.clone(), requested_at: transfer.requested_at };
    Ok(losing.map(|account| (account.clid, asked)))
}

fn pending_of(store: &dyn Snapshot, id: ObjectId) -> StoreResult<Option<Transfer>> {
    Ok(store.transfer(id)?.filter(|transfer| transfer.state == TransferState::Pending))
}

/// Every pending transfer leaves a reminder that its time will be up.
pub(super) fn all_pending(store: &dyn Snapshot) -> StoreResult<Vec<(Clid, Asked)>> {
    let reminders = store.due_by(Instant::from_millis(i64::MAX), usize::MAX)?;
    let mut found = Vec::new();
    for reminder in reminders.into_iter().filter(|due| due.job == Job::Transfer) {
        if let Some(object) = Object::of(store, reminder.object)? {
            found.extend(pending(store, &object)?);
        }
    }
    Ok(found)
}
