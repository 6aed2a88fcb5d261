use outcomes::{Field, Operation as Name, Outcome};

use super::ownership;
use crate::{
    Command, Done, Failure, Findings, Glancing, Operation, Refusal, Refusals, Writing,
    model::{Domain, DomainName, Tag},
    ops::change::{change_list, check_lists},
};

/// Changes the labels that an account puts on one of its domains to find it again. They are nobody else's business: the
/// domain itself is not changed, whatever its statuses say.
///
/// Changes: the labels. Bills and notifies nothing.
///
/// Checks, in this order: whether the request agrees with itself; whether the domain exists, the sponsor; then together
/// every addition and removal, and how many there are.
#[derive(Clone, Debug)]
pub struct SetTags {
    /// The name.
    pub name: DomainName,
    /// The labels from now on, in the place of all that were, before anything is added or removed.
    pub replace: Option<Vec<Tag>>,
    /// Labels to add.
    pub add: Vec<Tag>,
    /// Labels to remove.
    pub remove: Vec<Tag>,
}

impl Operation for SetTags {
    type Answer = Vec<Tag>;
    const NAME: Name = Name::DomainTags;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::DomainTagsSet,
        Outcome::NamedTwice,
        Outcome::AddedAndRemoved,
        Outcome::DomainUnknown,
        Outcome::NotSponsor,
        Outcome::AlreadySet,
        Outcome::NotSet,
        Outcome::TagsTooMany,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for SetTags {
    fn precheck(&self, _: &Glancing<'_>) -> Result<(), Refusals> {
        let mut findings = Findings::new();
        check_lists(Field::DomainTag, &self.add, &self.remove, &mut findings);
        findings.end()
    }

    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<Self::Answer>, Failure> {
        let domain = ownership::find_own(cx, &self.name)?;
        let mut tags = match &self.replace {
            Some(tags) => tags.clone(),
            None => cx.store.tags_of(domain.id)?,
        };
        let mut findings = Findings::new();
        change_list(&mut tags, &self.add, &self.remove, Field::DomainTag, &mut findings);
        tags.sort_unstable();
        tags.dedup();
        findings.take(Field::DomainTag, check_count(&tags));
        findings.end()?;

        put_tags(cx, &domain, &tags)?;
        cx.record(Self::NAME, domain.id.into(), self.name.as_str())?;
        Ok(Done::new(Outcome::DomainTagsSet, tags))
    }
}

/// Gives a domain these labels, in the place of all that it has.
///
/// # Errors
/// `tags_too_many`.
pub(in crate::ops) fn put_tags(cx: &Writing<'_>, domain: &Domain, tags: &[Tag]) -> Result<(), Failure> {
    check_count(tags)?;
    cx.store.remove_tags(domain.id)?;
    Ok(cx.store.add_tags(domain.id, domain.sponsor, tags)?)
}

fn check_count(tags: &[Tag]) -> Result<(), Refusal> {
    if tags.len() <= MOST {
        return Ok(());
    }
    Err(Refusal::new(Outcome::TagsTooMany).at(Field::DomainTag).fact("count", MOST))
}

/// How many labels a domain may have.
const MOST: usize = 20;
