use super::{Result, Slice};
use crate::model::{AccountId, ObjectClass, ObjectId, ObjectLine, Pattern};

/// Which objects are listed, by class and age.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ObjectFilter {
    /// Whose.
    pub owner: AccountId,
    /// Only those of this class.
    pub class: Option<ObjectClass>,
    /// Only those whose name fits.
    pub name: Option<Pattern>,
}

/// Reads objects of any class.
pub trait Objects {
    /// A slice of a list.
    fn objects(
        &self,
        filter: &ObjectFilter,
        slice: &Slice<(ObjectClass, ObjectId)>,
    ) -> Result<Vec<ObjectLine>>;

    /// How many rows a list has.
    fn count_objects(&self, filter: &ObjectFilter) -> Result<u64>;

    /// Whether an account has an object, or one on its way to it.
    fn has_objects(&self, owner: AccountId) -> Result<bool>;
}
