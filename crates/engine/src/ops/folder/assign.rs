use std::collections::HashMap;

use outcomes::{Field, Operation as Name, Outcome};

use super::find_own;
use crate::{
    Command, Done, Failure, Findings, Glancing, Operation, Refusals, Writing,
    model::{Domain, DomainId, DomainName, Tag},
    ops::{change::check_unique, domain},
};

/// Puts domains of the actor into a folder, or takes them out of folders, or both. Answers the domains.
///
/// Changes: the labels of the domains. Bills and notifies nothing.
///
/// Checks, in this order: whether a domain is named twice; whether the folders exist; whether the domains exist, their sponsor;
/// how many labels each would have.
#[derive(Clone, Debug)]
pub struct Assign {
    /// The domains.
    pub domains: Vec<DomainName>,
    /// What they are taken out of.
    pub from: Source,
    /// What they are put into.
    pub to: Option<Tag>,
}

/// Where domains come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// They stay in all folders that they are in.
    Nowhere,
    /// They are taken out of all folders; labels that are no folders stay.
    Everywhere,
    /// They are taken out of this folder. Those that are not in it are left alone altogether.
    Folder(Tag),
}

impl Operation for Assign {
    type Answer = Vec<DomainId>;
    const NAME: Name = Name::FolderAssign;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::FolderAssigned,
        Outcome::NamedTwice,
        Outcome::FolderUnknown,
        Outcome::DomainUnknown,
        Outcome::NotSponsor,
        Outcome::TagsTooMany,
    ];
}

impl Command for Assign {
    fn precheck(&self, _: &Glancing<'_>) -> Result<(), Refusals> {
        let mut findings = Findings::new();
        check_unique(Field::DomainName, &self.domains, &mut findings);
        findings.end()
    }

    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<Self::Answer>, Failure> {
        let gone = self.taken_out(cx)?;
        if let Some(to) = &self.to {
            find_own(cx, to)?;
        }
        let domains = domain::find_all_own(cx, &self.domains)?;
        let ids: Vec<DomainId> = domains.iter().map(|domain| domain.id).collect();
        let mut labels: HashMap<DomainId, Vec<Tag>> = HashMap::new();
        for (id, label) in cx.store.tags_of_all(&ids)? {
            labels.entry(id).or_default().push(label);
        }
        for domain in &domains {
            self.assign(cx, domain, &labels.remove(&domain.id).unwrap_or_default(), &gone)?;
        }
        Ok(Done::new(Outcome::FolderAssigned, ids))
    }
}

impl Assign {
    /// The labels that the domains lose.
    fn taken_out(&self, cx: &Writing<'_>) -> Result<Vec<Tag>, Failure> {
        Ok(match &self.from {
            Source::Nowhere => Vec::new(),
            Source::Everywhere => {
                cx.store.folders(cx.actor.id())?.into_iter().map(|(folder, _)| folder.name).collect()
            }
            Source::Folder(name) => vec![find_own(cx, name)?.name],
        })
    }

    fn assign(&self, cx: &Writing<'_>, domain: &Domain, before: &[Tag], gone: &[Tag]) -> Result<(), Failure> {
        if let Source::Folder(from) = &self.from
            && !before.contains(from)
        {
            return Ok(());
        }
        let stays = |tag: &&Tag| !gone.contains(tag) && self.to.as_ref() != Some(*tag);
        let mut after: Vec<Tag> = before.iter().filter(stays).chain(&self.to).cloned().collect();
        after.sort_unstable();
        if after != before {
            domain::put_tags(cx, domain, &after)?;
            cx.record(Self::NAME, domain.id.into(), domain.name.as_str())?;
        }
        Ok(())
    }
}
