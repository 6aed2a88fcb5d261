//! Sowing a set.

use engine::model::{Account, Clid, DomainName};
use engine::ports::store::Kind;
use engine::{Failure, Fault, Refusal};
use serde::Serialize;
use tokio::task::JoinSet;

use super::registrars::{Grower, bring, growers};
use super::scene::Scene;
use super::set::{Set, State, Twist};
use crate::office::Office;

/// What of a set is wanted.
pub(crate) struct Wish {
    /// For whom; `None`: for every registrar that can log in by EPP.
    pub(crate) tags: Option<Vec<Clid>>,
    /// How many names in each state.
    pub(crate) each: u32,
}

/// What is there now.
#[derive(Debug, Serialize)]
pub(crate) struct Sown {
    set: &'static str,
    /// How many names were made.
    made: usize,
    /// How many were there already, in whatever state.
    there: usize,
    registrars: Vec<Field>,
}

/// The names of a registrar.
#[derive(Debug, Serialize)]
struct Field {
    tag: String,
    states: Vec<Row>,
}

/// Names of one state.
#[derive(Debug, Serialize)]
struct Row {
    state: &'static str,
    shows: &'static str,
    made: usize,
    names: Vec<String>,
}

/// Makes what is missing of a set. What was sown before and has gone since is made anew; what is there stays as it is.
///
/// # Errors
/// `account_unknown`, `handle_malformed` for the tags; whatever keeps the first name that cannot be made from being made:
/// the rest is made all the same.
pub(crate) async fn sow(office: &Office, set: &'static Set, wish: Wish) -> Result<Sown, Failure> {
    let growers = growers(office, wish.tags).await?;
    let giver = bring(office, set).await?;
    let (mut plays, mut registrars) = (JoinSet::new(), Vec::new());
    for grower in &growers {
        let mut states = Vec::new();
        for state in set.states.iter().filter(|state| suits(state, grower)) {
            let names = names(state, grower, wish.each)?;
            let missing = missing(office, &names);
            states.push(Row::of(state, &names, missing.len()));
            if !missing.is_empty() {
                plays.spawn(play(office.clone(), state, grower.clone(), giver.clone(), missing));
            }
        }
        registrars.push(Field { tag: grower.account.clid.to_string(), states });
    }
    // All are heard out: whoever is told that it failed knows that nothing of it is under way any more.
    let mut end = Ok(());
    while let Some(played) = plays.join_next().await {
        end = end.and(played.map_err(|error| Fault::internal(error).into()).and_then(|played| played));
    }
    end.map(|()| Sown::of(set, registrars))
}

async fn play(
    office: Office,
    state: &'static State,
    grower: Grower,
    giver: Account,
    names: Vec<DomainName>,
) -> Result<(), Failure> {
    let (now, number) = (office.engine().now(), office.new_id().0);
    let play = Scene { state, names, tag: grower.account.clid.as_str(), now, number }.play()?;
    let actor = if matches!(state.twist, Twist::Offered) { giver } else { grower.account };
    office.command_as(actor, play).await.map(drop)
}

/// Nothing is offered to whom nothing can be released.
fn suits(state: &State, grower: &Grower) -> bool {
    grower.takes_releases || !matches!(state.twist, Twist::Offered)
}

fn names(state: &State, grower: &Grower, each: u32) -> Result<Vec<DomainName>, Refusal> {
    let name = |number| format!("{}-{number}-{}.{}", state.label, grower.label, state.zone);
    (1..=each).map(|number| DomainName::parse(&name(number))).collect()
}

fn missing(office: &Office, names: &[DomainName]) -> Vec<DomainName> {
    let held = office.engine().store().names().held(Kind::Domain, &mut names.iter().map(DomainName::as_str));
    names.iter().zip(held).filter(|(_, held)| !held).map(|(name, _)| name.clone()).collect()
}

impl Sown {
    fn of(set: &Set, registrars: Vec<Field>) -> Self {
        let rows = || registrars.iter().flat_map(|field| &field.states);
        let made = rows().map(|row| row.made).sum();
        let all: usize = rows().map(|row| row.names.len()).sum();
        Self { set: set.name, made, there: all - made, registrars }
    }
}

impl Row {
    fn of(state: &State, names: &[DomainName], made: usize) -> Self {
        let names = names.iter().map(ToString::to_string).collect();
        Self { state: state.label, shows: state.shows, made, names }
    }
}

/// Names in each state, at most.
pub(crate) const MOST_EACH: u32 = 100;
