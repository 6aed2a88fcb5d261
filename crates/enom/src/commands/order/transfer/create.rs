//! `TP_CreateOrder`: asks for domains of other accounts. Each is a request of its own: one that is refused keeps its reason in
//! the order, and the others go on.

use engine::Field;
use engine::model::{Arrival, AuthInfo, Goods};
use engine::ops::AuthInfoProof;
use engine::ops::domain::{Authority, Person, TransferRequest};
use engine::ops::order::Info;
use engine::policy::Priced;

use super::show;
use crate::answer::{Ended, Reply};
use crate::call::{Call, NUMBERS};
use crate::commands::domain::{people, purchase};
use crate::commands::order::placing::Placing;
use crate::commands::premium::{Confirmed, confirm};
use crate::params::{Params, missing};

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    if params.text("OrderType").is_none() {
        params.add(missing("OrderType", Field::OrderType));
    }
    let count = params.count("DomainCount", MOST);
    let wishes = Wishes::read(&mut params);
    let wanted: Vec<_> = (1..=count).filter_map(|place| read(call, &mut params, place, &wishes)).collect();
    let wanted = params.finish(Some(wanted))?;
    let order = call.request.operation;
    let mut placing = Placing::new(call);
    for request in wanted {
        let years = call.zone_of(&request.name).map_or(0, |zone| zone.transfer.years);
        let goods = Goods::Transfer(request.name.clone());
        placing.place((goods, years, None), request).await?;
    }
    let done = call.query(Info { order }).await?;
    Ok(Reply::of(done, |lines| show::whole(&lines).one("success", "True")))
}

/// What all domains of the order are to have from their transfers on.
struct Wishes {
    arrival: Arrival,
    people: Vec<Person>,
}

impl Wishes {
    /// With `UseContacts=1` contacts stay as they are, whatever else is sent; so do those that nothing is sent of.
    fn read(params: &mut Params) -> Self {
        let keeps_contacts = params.flag("UseContacts").unwrap_or_default();
        let people = if keeps_contacts { Vec::new() } else { people::read(params) };
        let renewal = params.flag("Renew").map(purchase::renewal);
        let is_locked = params.flag("Lock").unwrap_or_default();
        Self { arrival: Arrival { renewal, is_locked, ..Arrival::default() }, people }
    }
}

fn read(call: &Call<'_>, params: &mut Params, place: u32, wishes: &Wishes) -> Option<TransferRequest> {
    let name = params.numbered_name(place)?;
    confirm(call, params, (&name, None), Priced::Transfer, Confirmed::Always);
    let Some(code) = params.text(&format!("AuthInfo{place}")).map(AuthInfo::presented) else {
        params.add(missing("AuthInfo", Field::Authinfo));
        return None;
    };
    let proof = AuthInfoProof { authinfo: code, roid: None };
    let authority = Authority::AuthInfo(Some(proof));
    let (arrival, people) = (wishes.arrival.clone(), wishes.people.clone());
    Some(TransferRequest { name, period: None, authority, consent: None, arrival, people })
}

/// Domains in one order; each has a number beside the order's.
const MOST: u32 = 50;
const _: () = assert!(MOST < NUMBERS);
