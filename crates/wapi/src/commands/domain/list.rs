//! `domains-list`: the account's domains.

use engine::model::DomainId;
use engine::ops::domain::{List, ListState, Listed, ListedDomain};
use engine::{Done, Failure, Field, Outcome, Refusal};

use crate::Call;
use crate::answer::{Ended, Reply};
use crate::params::Params;
use crate::times;
use crate::tree::{Items, Tree};

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let wanted = params.read("status", Field::ListStatus, state);
    let wanted = params.finish(Some(wanted))?;
    let domains = match wanted {
        Some(Wanted::Never) => Vec::new(),
        Some(Wanted::Is(state)) => all(call, Some(state)).await?,
        None => all(call, None).await?,
    };
    let list = Tree::Keyed(Items { element: None, items: domains.iter().map(item).collect() });
    Ok(Reply::telling(Done::new(Outcome::DomainsListed, list), |list| Tree::map([("domain", list)])))
}

/// The command has no pages, so all that there are are asked for.
async fn all(call: &Call<'_>, state: Option<ListState>) -> Result<Vec<ListedDomain>, Failure> {
    let (mut domains, mut after): (_, Option<DomainId>) = (Vec::new(), None);
    loop {
        let Listed { domains: piece, next } = call.query(List { after, most: PIECE, state }).await?.answer;
        domains.extend(piece);
        after = next;
        if after.is_none() {
            return Ok(domains);
        }
    }
}

fn item(domain: &ListedDomain) -> (String, Tree) {
    let entries = [
        ("name", Tree::text(domain.name.as_str())),
        ("status", Tree::text(word_of(domain.state))),
        ("expiration", Tree::Text(times::day(domain.expires_at))),
    ];
    (domain.id.0.to_string(), Tree::map(entries))
}

/// What is asked for by a status.
#[derive(Clone, Copy)]
enum Wanted {
    Is(ListState),
    /// Nothing stands so here: orders are paid and carried out in one step.
    Never,
}

fn state(text: &str) -> Result<Wanted, Refusal> {
    let state = STATES.into_iter().find(|(_, word)| *word == text).map(|(state, _)| Wanted::Is(state));
    let never = UNUSED.contains(&text).then_some(Wanted::Never);
    state.or(never).ok_or_else(|| Refusal::new(Outcome::ListStatusUnknown).value(text))
}

fn word_of(state: ListState) -> &'static str {
    STATES.into_iter().find(|(known, _)| *known == state).map_or("", |(_, word)| word)
}

const STATES: [(ListState, &str); 5] = [
    (ListState::Active, "active"),
    (ListState::Held, "disabled"),
    (ListState::Expired, "expired"),
    (ListState::Deleted, "deleted"),
    (ListState::Arriving, "transfer_processing"),
];

const UNUSED: [&str; 5] =
    ["fee_waiting", "setup_processing", "renew_processing", "canceled", "transfer_fee_waiting"];

/// How many domains are asked for at a time.
const PIECE: u32 = 1000;
