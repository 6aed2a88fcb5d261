//! `InsertNewOrder`: orders what is active in the cart. What is refused stands in the order with the reason, and costs nothing.

use engine::Failure;
use engine::model::{Arrival, CartItemId, DomainName, Goods, Money, Period};
use engine::ops::cart::{CartLine, CheckOut};
use engine::ops::certificate::Order;
use engine::ops::domain::{Authority, Choices, Create, Person, Renew, TransferRequest};
use engine::ops::order::Waited;
use engine::ops::privacy;

use super::{preconfigure, wanted};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::commands::domain::{extend, people, purchase};
use crate::commands::order::placing::{Placing, Wanted};
use crate::fields::Fields;
use crate::kept::Kept;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, params: Params) -> Ended {
    params.finish(Some(()))?;
    let lines = call.query(CheckOut).await?.answer;
    let people = people::of_account(call).await?;
    let mut things = Vec::with_capacity(lines.len());
    for line in &lines {
        things.push(Thing::in_cart(call, line).await?);
    }
    let mut placing = Placing::new(call);
    for thing in &things {
        place(&mut placing, thing, &people).await?;
    }
    let order = placing.has_lines().then(|| call.order());
    Ok(Reply::new(told(order, &lines)))
}

/// An empty cart makes no order.
fn told(order: Option<String>, lines: &[CartLine]) -> Fields {
    let Some(order) = order else { return Fields::new().one("ItemCount", "0") };
    let fields = Fields::new().one("OrderID", order).one("ItemCount", lines.len().to_string());
    lines.iter().zip(1..).fold(fields, |fields, (line, place)| {
        fields.one(format!("ProdType{place}"), wanted::number(&line.item.goods))
    })
}

/// A thing to be ordered, from the cart or past it.
pub(super) struct Thing<'a> {
    pub(super) goods: &'a Goods,
    pub(super) years: u8,
    pub(super) renews: bool,
    pub(super) is_locked: bool,
    pub(super) item: Option<CartItemId>,
    /// The registration with what was said of it while it was in the cart.
    pub(super) configured: Option<Create>,
}

impl<'a> Thing<'a> {
    /// # Errors
    /// What is wrong by now with what was said of it; a fault of the store.
    async fn in_cart(call: &Call<'_>, line: &'a CartLine) -> Result<Self, Failure> {
        let item = &line.item;
        let configured = match (&item.goods, &line.words) {
            (Goods::Register(name), Some(words)) => {
                Some(preconfigure::configured(call, name, &Kept::read(words)?).await?)
            }
            _ => None,
        };
        Ok(Self {
            goods: &item.goods,
            years: item.years,
            renews: item.renews,
            is_locked: item.is_locked,
            item: Some(item.id),
            configured,
        })
    }

    fn period(&self) -> Option<Period> {
        Some(Period::of_years(self.years))
    }

    /// A registration of which nothing was said has these people.
    fn registration(&self, name: &DomainName, people: Vec<Person>) -> Create {
        let renewal = Some(purchase::renewal(self.renews));
        let choices = Choices { renewal, is_locked: self.is_locked };
        let plain = || Create { people, ..purchase::plain(name.clone()) };
        let create = self.configured.clone().unwrap_or_else(plain);
        Create { period: self.period(), choices, ..create }
    }
}

/// Orders a thing. Those who stand in a registration are as the account has them, where the zone has a place for them.
/// Answers what it cost; `None` if it was refused.
///
/// # Errors
/// A fault.
pub(super) async fn place(
    placing: &mut Placing<'_>,
    thing: &Thing<'_>,
    people: &[Person],
) -> Result<Option<Money>, Failure> {
    let waited = thing.item.map_or(Waited::Nowhere, Waited::InCart);
    let line = Wanted { waited, ..Wanted::of(thing.goods.clone(), thing.years.into()) };
    match thing.goods {
        Goods::Register(name) => {
            let people = people::placed(placing.call, name, people.to_vec());
            placing.place(line, thing.registration(name, people)).await
        }
        Goods::Renew(name) => {
            let (name, period) = (name.clone(), thing.period());
            placing.place(line, Renew { name, current_expiry: None, period }).await
        }
        Goods::Restore(name) => placing.place(line, extend::restoration(name.clone(), thing.period())).await,
        Goods::Transfer(name) => placing.place(line, transfer(name.clone())).await,
        Goods::Privacy(name) => {
            let (name, period) = (name.clone(), Period::of_years(thing.years));
            placing.place(line, privacy::Buy { name, period, renews: thing.renews }).await
        }
        Goods::PrivacyRenewal(name) => {
            let (name, period) = (name.clone(), Period::of_years(thing.years));
            placing.place(line, privacy::Renew { name, period }).await
        }
        Goods::Certificate(class) => {
            let (class, years) = (class.clone(), thing.years);
            placing.place(line, Order { class, years, request: None, controls: None }).await
        }
    }
}

/// A cart has no place for an authorisation code, so this is for domains that need none.
fn transfer(name: DomainName) -> TransferRequest {
    let (authority, arrival) = (Authority::AuthInfo(None), Arrival::default());
    TransferRequest { name, period: None, authority, consent: None, arrival, people: Vec::new() }
}
