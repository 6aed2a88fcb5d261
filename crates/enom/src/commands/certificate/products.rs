//! `GetCerts`: the certificates that are sold, with what they cost the account for a year.

use engine::model::Fee;
use engine::ops::certificate::{ListProducts, ProductView};

use super::product;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;
use crate::words::truth;

pub(in crate::commands) async fn run(call: &Call<'_>, params: Params) -> Ended {
    params.finish(Some(()))?;
    let done = call.query(ListProducts).await?;
    Ok(Reply::of(done, |products| {
        let numbered = products.iter().zip(1..);
        let certs = numbered.fold(Fields::new(), |certs, (product, place)| {
            certs.group(format!("Cert{place}"), told(product))
        });
        let listed = Fields::new().one("Reseller", "True").group("Certs", certs);
        Fields::new().group("GetCerts", listed.one("CertCount", products.len().to_string()))
    }))
}

fn told(product: &ProductView) -> Fields {
    let year = product.create.iter().find_map(|(years, fee): &(u8, Fee)| (*years == 1).then_some(fee));
    let price = year.map(|fee| fee.net.to_string()).unwrap_or_default();
    let fields = Fields::new()
        .one("ProdCode", product::code(&product.class))
        .one("ProdType", product.class.as_str())
        .one("ProdDesc", product.product.title.clone())
        .one("QtyDesc", "Year(s)")
        .one("RetailPrice", price.clone())
        .one("ResellerPrice", price)
        .one("Enabled", truth(year.is_some()));
    product.create.iter().fold(fields, |fields, (years, _)| fields.one("Years", years.to_string()))
}
