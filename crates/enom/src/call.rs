//! A command on its way to the engine.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::ops::Deref;

use edge::Errand;
use engine::Request;
use engine::model::DomainName;
use engine::policy::Zone;

/// Who asks. A command makes one call of the engine for each operation that it is made of.
pub(crate) struct Call<'a> {
    pub(crate) errand: Errand<'a>,
    /// From which address.
    pub(crate) from: IpAddr,
    /// What signs in the place of a TLD stand for.
    pub(crate) wildcards: &'a BTreeMap<String, Vec<String>>,
}

impl Call<'_> {
    /// The same asker, with a request of its own: for commands that are several, of which each may be refused by itself.
    pub(crate) fn apart(&self) -> Errand<'_> {
        let operation = self.desk.engine().new_operation();
        Errand { desk: self.desk, request: Request::new(self.actor().clone(), operation) }
    }

    /// The number of the order that this request is.
    pub(crate) fn order(&self) -> String {
        self.request.operation.0.to_string()
    }

    /// The zone in which a domain of this name lies, if that is one of ours.
    pub(crate) fn zone_of(&self, name: &DomainName) -> Option<&Zone> {
        let (_, zone) = name.split_first()?;
        self.policies().zone(&DomainName::parse(zone).ok()?).map(AsRef::as_ref)
    }
}

/// The numbers that belong to a request: its own, which is that of an order that it places, and those of the order's lines.
pub(crate) const NUMBERS: u32 = 64;

impl<'a> Deref for Call<'a> {
    type Target = Errand<'a>;

    fn deref(&self) -> &Errand<'a> {
        &self.errand
    }
}
