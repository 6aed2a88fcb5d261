//! `AddBulkDomains`: puts several domains into the cart, each by itself, or orders them at once with `UseCart=0`.

use engine::Failure;
use engine::ops::cart::{Add, CartLine, List};
use outcomes::Operation as Name;

use super::wanted::{self, Kind};
use super::{add, order, order::Thing};
use crate::answer::{Ended, Reply, Troubles};
use crate::call::Call;
use crate::commands::domain::people;
use crate::commands::order::placing::Placing;
use crate::fields::Fields;
use crate::params::Params;
use crate::words::truth;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let kind = wanted::kind(&mut params, &PRODUCTS);
    let count = params.count("ListCount", MOST);
    let uses_cart = params.flag("UseCart").unwrap_or(true);
    let wanted =
        kind.map(|kind| (1..=count).filter_map(|place| read(call, &mut params, kind, place)).collect());
    let wanted: Vec<Add> = params.finish(wanted)?;
    if uses_cart { into_cart(call, wanted).await } else { at_once(call, wanted).await }
}

async fn into_cart(call: &Call<'_>, wanted: Vec<Add>) -> Ended {
    let mut rows = Vec::with_capacity(wanted.len());
    let mut failed = 0_usize;
    for add in wanted {
        let name = add.goods.title().to_owned();
        match put(call, add).await? {
            Ok(line) => rows.push(added(name, &line)),
            Err(reason) => {
                failed += 1;
                rows.push(refused(name, reason));
            }
        }
    }
    let done = call.query(List).await?;
    Ok(Reply::of(done, |cart| {
        let count = rows.len();
        let rows = rows.into_iter().zip(1..);
        let rows = rows.fold(Fields::new(), |fields, (cells, place)| fields.row("Item", place, cells));
        let told = rows
            .one("ListCount", count.to_string())
            .one("CartErrors", failed.to_string())
            .one("AllItemsSuccessful", truth(failed == 0))
            .one("CartItems", cart.len().to_string());
        Fields::new().group("AddBulkDomains", told).one("Success", "True").one("UseCart", "True")
    }))
}

async fn at_once(call: &Call<'_>, wanted: Vec<Add>) -> Ended {
    let people = people::of_account(call).await?;
    let mut placing = Placing::new(call);
    for add in &wanted {
        let Add { goods, years, renews, is_locked, .. } = add;
        let (years, renews, is_locked) = (*years, *renews, *is_locked);
        let thing = Thing { goods, years, renews, is_locked, item: None, configured: None };
        order::place(&mut placing, &thing, &people).await?;
    }
    let told = Fields::new().one("OrderID", call.order()).one("ListCount", wanted.len().to_string());
    Ok(Reply::new(told.one("Success", "True").one("UseCart", "False")))
}

/// Puts one into the cart. Each is a request of its own; the line that tells why not is an answer here.
async fn put(call: &Call<'_>, add: Add) -> Result<Result<CartLine, String>, Failure> {
    match call.apart().command(add).await {
        Ok(done) => Ok(Ok(done.answer)),
        Err(Failure::Refused(refusals)) => Ok(Err(Troubles::line_of(&refusals, Name::CartAdd))),
        Err(fault) => Err(fault),
    }
}

fn read(call: &Call<'_>, params: &mut Params, kind: Kind, place: u32) -> Option<Add> {
    let name = params.numbered_name(place)?;
    let years = wanted::years(params, &format!("NumYears{place}"));
    Some(wanted::of_domain(call, params, kind, (name, years)))
}

fn added(name: String, line: &CartLine) -> Vec<(&'static str, String)> {
    let mut cells = add::cells(line);
    cells.push(("DomainName", name));
    cells
}

fn refused(name: String, reason: String) -> Vec<(&'static str, String)> {
    vec![
        ("ItemName", name.clone()),
        ("ItemId", String::new()),
        ("Price", String::new()),
        ("CartItemID", String::new()),
        ("ItemAdded", "False".to_owned()),
        ("ItemError", reason),
        ("DomainName", name),
    ]
}

/// What can be put into the cart in bulk.
const PRODUCTS: [(&str, Kind); 2] = [("Register", Kind::Register), ("Renew", Kind::Renew)];
/// Domains in one request.
const MOST: u32 = 200;
