//! `QueryServiceList`: what is for sale beside domains, with prices: certificates.

use engine::model::Fee;
use engine::ops::certificate::{ListProducts, ProductView};

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::page::Page;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let page = Page::read(&mut params);
    params.choice("SERVICE", &[("certificate", ())]);
    // All that is listed is for sale.
    params.flag("INACTIVE");
    params.ignore(&["WIDE", "ORDERBY", "ORDER"]);
    params.finish(Some(()))?;
    let done = call.query(ListProducts).await?;
    let currency = call.actor().account.currency.code();
    Ok(Reply::of(done, |mut products| {
        products.retain(|product| annual(product).is_some());
        let rows = page.of(&products);
        let columns = Columns::new()
            .each("service", rows, |_| "certificate".to_owned())
            .each("type", rows, |product| product.class.to_string())
            .each("description", rows, |product| product.product.title.clone())
            .each("annual", rows, |product| annual(product).unwrap_or_default())
            .each("currency", rows, |_| currency.to_owned())
            .each("dependency", rows, |_| String::new());
        page.scalars(columns, rows.len(), products.len() as u64)
    }))
}

/// What the first year costs before taxes, if it is for sale in the account's currency.
fn annual(product: &ProductView) -> Option<String> {
    let year = |(years, fee): &(u8, Fee)| (*years == 1).then(|| fee.net.to_string());
    product.create.iter().find_map(year)
}
