//! `GetCartContent`: what is in the cart, with prices as they are now.

use engine::model::{Goods, Money};
use engine::ops::cart::{CartLine, List};

use super::wanted;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;
use crate::words::ordered;

pub(in crate::commands) async fn run(call: &Call<'_>, params: Params) -> Ended {
    params.finish(Some(()))?;
    let done = call.query(List).await?;
    Ok(Reply::of(done, |lines| {
        let has_domain = lines.iter().any(|line| line.item.goods.domain().is_some());
        let listed = Fields::new().xml("ContainsDomain", if has_domain { "true" } else { "false" });
        let rows = lines.iter().zip(1..);
        let listed = rows.fold(listed, |fields, (line, place)| {
            fields.row("item", place, cells(line, description(call, &line.item.goods))).inside_row(unit())
        });
        let count = lines.len().to_string();
        Fields::new()
            .group("GetCartContent", listed)
            .xml_group("GroupCounts", lines.iter().fold(Fields::new(), group))
            .text("GroupCount", count.clone())
            .one("CartItems", count)
    }))
}

fn cells(line: &CartLine, description: String) -> Vec<(&'static str, String)> {
    let item = &line.item;
    let money = |money: Option<Money>| money.map(|money| money.to_string()).unwrap_or_default();
    vec![
        ("ItemID", item.id.0.to_string()),
        ("Description", description),
        ("ProdType", wanted::number(&item.goods)),
        ("Years", item.years.to_string()),
        ("NameID", String::new()),
        ("Name", item.goods.domain().map(ToString::to_string).unwrap_or_default()),
        ("StatusID", if item.is_active { "A" } else { "I" }.to_owned()),
        ("ItemPrice", money(line.unit)),
        ("ItemTotalPrice", money(line.total)),
        ("Renew", u8::from(item.renews).to_string()),
    ]
}

fn description(call: &Call<'_>, goods: &Goods) -> String {
    match goods {
        Goods::Certificate(class) => {
            let product = call.policies().certificates.products.get(class);
            let title = product.map_or(class.as_str(), |product| product.title.as_str());
            format!("SSL Certificate - {title}")
        }
        goods => ordered(goods).unwrap_or_default().to_owned(),
    }
}

/// In what an item is counted.
fn unit() -> Fields {
    let counted = Fields::new().xml("QtyDesc", "Year(s)").xml("SubItem", "0").xml("FreeTrial", "0");
    Fields::new().xml_group("cd", Fields::new().xml_group("p", counted))
}

/// Items stand alone here: none is part of another.
fn group(groups: Fields, line: &CartLine) -> Fields {
    let marks = vec![("ParentItemID", line.item.id.0.to_string()), ("GroupCount", "1".to_owned())];
    groups.xml("Group", "").marked(marks)
}
