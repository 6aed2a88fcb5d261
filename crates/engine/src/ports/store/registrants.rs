use super::Result;
use crate::model::{ContactId, DataQuality, Instant};

/// Reads what becomes of registrants.
pub trait Registrants {
    /// When a registrant without domains is removed, if that was noted. It may have got some since.
    fn idle_until(&self, contact: ContactId) -> Result<Option<Instant>>;

    /// What is done about wrong data of a registrant, if anything is.
    fn data_quality(&self, contact: ContactId) -> Result<Option<DataQuality>>;
}

/// Writes it.
pub trait RegistrantsMut: Registrants {
    /// Notes when a registrant without domains is removed, in the place of an earlier note.
    fn put_idle(&self, contact: ContactId, until: Instant) -> Result<()>;

    /// Notes what is done about wrong data, in the place of what was noted.
    fn put_data_quality(&self, contact: ContactId, process: &DataQuality) -> Result<()>;

    /// Notes that nothing more is done about them.
    fn remove_data_quality(&self, contact: ContactId) -> Result<()>;
}
