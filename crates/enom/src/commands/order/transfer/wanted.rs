//! What is wanted of a domain of another account, and how that is kept until it is asked for.

use engine::model::{Arrival, AuthInfo, Goods, OrderLine, Secret};
use engine::ops::AuthInfoProof;
use engine::ops::domain::{Authority, Person, TransferRequest};
use engine::policy::Priced;
use engine::{Failure, Field, Outcome, Refusal};

use crate::attributes::asked;
use crate::call::Call;
use crate::commands::domain::{people, purchase, registrant};
use crate::commands::order::placing::Wanted;
use crate::commands::premium::{Confirmed, confirm};
use crate::kept::Kept;
use crate::params::{Params, missing};

/// What all domains of an order are to have from their transfers on.
pub(super) struct Wishes {
    arrival: Arrival,
    people: Vec<Person>,
}

impl Wishes {
    /// With `UseContacts=1` contacts stay as they are, whatever else is sent; so do those that nothing is sent of.
    pub(super) fn read(params: &mut Params) -> Self {
        let keeps_contacts = params.flag("UseContacts").unwrap_or_default();
        let people = if keeps_contacts { Vec::new() } else { people::read(params) };
        let renewal = params.flag("Renew").map(purchase::renewal);
        let is_locked = params.flag("Lock").unwrap_or_default();
        Self { arrival: Arrival { renewal, is_locked, ..Arrival::default() }, people }
    }
}

/// Whether a domain has to come with its authorisation code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Code {
    Needed,
    /// It may come later, or be missing when the order is submitted: that becomes the domain's status then.
    MayFollow,
}

/// Reads what is wanted of the domain at a place of a request.
pub(super) fn read(
    call: &Call<'_>,
    params: &mut Params,
    place: u32,
    (wishes, needed): (&Wishes, Code),
) -> Option<TransferRequest> {
    let name = params.numbered_name(place)?;
    confirm(call, params, (&name, None), Priced::Transfer, Confirmed::Always);
    let code = params.text(&format!("AuthInfo{place}")).map(AuthInfo::presented);
    if code.is_none() && needed == Code::Needed {
        params.add(missing("AuthInfo", Field::Authinfo));
        return None;
    }
    let told = registrant::told(call, params, &name);
    let mut people = people::placed(call, &name, wishes.people.clone());
    registrant::add(told, &mut people);
    let authority = Authority::AuthInfo(code.map(|authinfo| AuthInfoProof { authinfo, roid: None }));
    let arrival = wishes.arrival.clone();
    Some(TransferRequest { name, period: None, authority, consent: None, arrival, people })
}

/// What is kept of the domain at a place of a request: the parameters of an order of that domain alone.
pub(super) fn words(call: &Call<'_>, params: &Params, place: u32, request: &TransferRequest) -> Kept {
    let mut words = wishes(call, params, request);
    for part in ["SLD", "TLD", "AuthInfo"] {
        words.put(&format!("{part}1"), params.text(&format!("{part}{place}")));
    }
    words
}

/// Those of the parameters of a request that say what a domain is to have.
pub(super) fn wishes(call: &Call<'_>, params: &Params, request: &TransferRequest) -> Kept {
    let attributes = call.zone_of(&request.name).map(asked).unwrap_or_default();
    let attributes = attributes.iter().map(|attribute| attribute.name.as_str());
    let known: Vec<&str> = attributes.chain(WISHES).collect();
    Kept::of(params, |name| known.iter().any(|known| known.eq_ignore_ascii_case(name)) || is_of_person(name))
}

fn is_of_person(name: &str) -> bool {
    people::KINDS.iter().any(|(kind, _, _)| is_of(name, kind)) && !name.ends_with("usecontact")
}

/// Whether a parameter is about one of the people.
pub(super) fn is_of(name: &str, kind: &str) -> bool {
    name.get(..kind.len()).is_some_and(|prefix| prefix.eq_ignore_ascii_case(kind))
}

/// What was kept, read again.
///
/// # Errors
/// What is wrong with it by now.
pub(super) fn again(call: &Call<'_>, kept: &Kept) -> Result<TransferRequest, Failure> {
    let mut params = kept.params();
    let wishes = Wishes::read(&mut params);
    let request = read(call, &mut params, 1, (&wishes, Code::MayFollow));
    Ok(params.finish(request)?)
}

/// What is ordered with a request.
pub(super) fn ordered(call: &Call<'_>, request: &TransferRequest, words: Secret) -> Wanted {
    let years = call.zone_of(&request.name).map_or(0, |zone| zone.transfer.years);
    Wanted { words: Some(words), ..Wanted::of(Goods::Transfer(request.name.clone()), years) }
}

/// The refusal of what a line can no longer be asked for, or not yet.
pub(super) fn over(line: &OrderLine) -> Refusal {
    Refusal::new(Outcome::OrderLineOver).value(line.order.0).fact("place", line.place)
}

const WISHES: [&str; 4] = ["UseContacts", "Lock", "Renew", "CustomerSuppliedPrice"];
