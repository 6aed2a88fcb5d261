//! `GetCertificateInfo`: what can be had under each class, or under one that is named.

use engine::model::ControlMethod;
use engine::ops::certificate::{ListProducts, ProductView};
use engine::policy::Validation;
use engine::{Field, Outcome, Refusal};

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    params.choice("APIVERSION", &[("1", ()), ("2", ())]);
    let class = params.text("CLASS");
    params.finish(Some(()))?;
    let mut done = call.query(ListProducts).await?;
    if let Some(class) = class {
        done.answer = vec![of_class(&done.answer, &class)?.clone()];
    }
    Ok(Reply::of(done, |products| told(&products)))
}

/// What can be had under a class.
///
/// # Errors
/// `certificate_class_unknown`.
pub(super) fn of_class<'p>(products: &'p [ProductView], class: &str) -> Result<&'p ProductView, Refusal> {
    let unknown = || Refusal::new(Outcome::CertificateClassUnknown).at(Field::CertificateClass).value(class);
    products.iter().find(|product| product.class.as_str().eq_ignore_ascii_case(class)).ok_or_else(unknown)
}

fn told(products: &[ProductView]) -> Columns {
    let flag = |set: bool| u8::from(set).to_string();
    let by = |method| move |view: &ProductView| flag(view.product.methods.contains(&method));
    let organization = |view: &ProductView| {
        if view.product.validation == Validation::Domain { "NO" } else { "MANDATORY" }.to_owned()
    };
    Columns::new()
        .each("class", products, |view| view.class.to_string())
        .each("name", products, |view| view.product.title.clone())
        .each("type", products, |view| kind(view.product.validation).to_owned())
        .each("periods", products, periods)
        .each("wildcard", products, |view| flag(view.product.wildcard))
        .each("max domains", products, |view| view.product.most_names.to_string())
        .each("dcv email", products, by(ControlMethod::Email))
        .each("dcv dns txt", products, by(ControlMethod::Dns))
        .each("dcv http", products, by(ControlMethod::File))
        .each("organizationcontact", products, organization)
}

const fn kind(validation: Validation) -> &'static str {
    match validation {
        Validation::Domain => "DV",
        Validation::Organization => "OV",
        Validation::Extended => "EV",
    }
}

/// `1y,2y`: for how long it can be had.
fn periods(view: &ProductView) -> String {
    let years = (1..=view.product.longest_years).map(|years| format!("{years}y"));
    years.collect::<Vec<_>>().join(",")
}
