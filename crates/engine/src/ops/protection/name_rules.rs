//! Which names can be protected, and how their visitors can be led to the network.

use outcomes::{Field, Outcome};

use crate::{
    Refusal,
    model::{DomainName, ProtectionMode},
    policy::{Place, Policies},
};

/// Where a protected name stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Standing {
    /// The name under which it is registered, which may be itself.
    pub(super) registered: DomainName,
    /// How many labels it has before that.
    pub(super) depth: usize,
}

/// Where a name stands, if it can be protected.
///
/// # Errors
/// `name_begins_with_www`, `name_not_protectable`.
pub(super) fn standing(policies: &Policies, name: &DomainName) -> Result<Standing, Refusal> {
    if name.labels().next() == Some("www") {
        return Err(Refusal::new(Outcome::NameBeginsWithWww).at(Field::DomainName).value(name));
    }
    let registered = match policies.place(name) {
        Place::Registrable(_) => name.clone(),
        Place::Below(zone) => {
            name.child_of(zone.name.as_str()).ok_or_else(|| refused(name, "its zone is not served"))?
        }
        Place::Apex(_) => return Err(refused(name, "it is a zone itself")),
        Place::Elsewhere => return Err(refused(name, "its zone is not served")),
    };
    let depth = name.labels().count() - registered.labels().count();
    if depth > policies.protection.deepest {
        return Err(refused(name, "it has more labels than are served"));
    }
    Ok(Standing { registered, depth })
}

impl Standing {
    /// How visitors come: as is wished or, if nothing is, by name servers where the name is registered itself.
    ///
    /// # Errors
    /// `mode_refused`.
    pub(super) fn mode(&self, wished: Option<ProtectionMode>) -> Result<ProtectionMode, Refusal> {
        match (wished, self.depth) {
            (Some(ProtectionMode::Ns), 1..) => {
                let refusal =
                    Refusal::new(Outcome::ModeRefused).at(Field::Mode).value(ProtectionMode::Ns.name());
                Err(refusal.fact("reason", "a name below a registered one has no name servers of its own"))
            }
            (Some(mode), _) => Ok(mode),
            (None, 0) => Ok(ProtectionMode::Ns),
            (None, _) => Ok(ProtectionMode::Cname),
        }
    }
}

fn refused(name: &DomainName, reason: &str) -> Refusal {
    Refusal::new(Outcome::NameNotProtectable).at(Field::DomainName).value(name).fact("reason", reason)
}
