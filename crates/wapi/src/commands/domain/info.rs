//! `domain-info`: one of the account's domains with its owner and its name servers.
//!
//! Clients read most fields without asking whether they are there, so what does not exist is an empty text.

use engine::Field;
use engine::model::{
    Clid, CompanyNumber, Contact, Details, Domain, DomainName, Email, Line, NssetName, Phone, Postal, Role,
    TaxNumber,
};
use engine::ops::domain::{DomainView, Dossier, DossierView};

use crate::Call;
use crate::answer::{Ended, Reply};
use crate::contact_data;
use crate::name_servers;
use crate::params::Params;
use crate::status;
use crate::times;
use crate::tree::Tree;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.need("name", Field::DomainName, DomainName::parse);
    let name = params.finish(name)?;
    let done = call.query(Dossier { name }).await?;
    Ok(Reply::telling(done, |dossier| Tree::map([("domain", told(&dossier))])))
}

fn told(dossier: &DossierView) -> Tree {
    let DossierView { view, servers, .. } = dossier;
    let mut entries = registration(view);
    entries.extend(owner(dossier.person(Role::Registrant)));
    entries.push(("dns", name_servers::told(servers)));
    entries.push(("rgp_status", Tree::optional(view.rgp.first().map(|state| state.name()))));
    if view.domain.dnssec.is_signed() {
        entries.push(("dnssec_keys", Tree::List(keys(&view.domain))));
    }
    Tree::Map(entries)
}

fn registration(view: &DomainView) -> Vec<(&'static str, Tree)> {
    let domain = &view.domain;
    vec![
        ("name", Tree::text(domain.name.as_str())),
        ("status", status::told(&view.statuses)),
        ("owner_c", contact(view, Role::Registrant)),
        ("nsset", Tree::optional(view.nsset.as_ref().map(NssetName::as_str))),
        ("reg_owner", Tree::text(view.sponsor.as_str())),
        ("reg_creator", Tree::text(view.creator.as_str())),
        ("setup_date", Tree::Text(times::moment(domain.created_at))),
        ("expiration", Tree::Text(times::day(domain.expires_at))),
        ("reg_update", text(view.updater.as_ref().map(Clid::as_str))),
        ("updated_date", text(domain.updated_at.map(times::moment))),
        ("transfer_date", text(domain.transferred_at.map(times::moment))),
        ("admin_c", contact(view, Role::Admin)),
        ("tech_c", contact(view, Role::Tech)),
        ("billing_c", contact(view, Role::Billing)),
        // Keys are kept with the domain, not in sets.
        ("keyset", Tree::Nothing),
    ]
}

fn contact(view: &DomainView, role: Role) -> Tree {
    text(view.contacts.iter().find(|contact| contact.role == role).map(|contact| contact.handle.as_str()))
}

fn owner(registrant: Option<&Contact>) -> Vec<(&'static str, Tree)> {
    let details = registrant.map(|contact| &contact.details);
    let mut entries = postal(details.and_then(Details::main_postal));
    entries.extend(reach(details));
    entries.extend(particulars(details));
    entries
}

fn postal(postal: Option<&Postal>) -> Vec<(&'static str, Tree)> {
    let line = |of: fn(&Postal) -> Option<&Line>| text(postal.and_then(of).map(Line::as_str));
    vec![
        ("own_company", line(|postal| postal.organisation.as_ref())),
        ("own_name", text(postal.map(|postal| postal.name.as_str()))),
        ("own_fname", text(postal.map(|postal| postal.name.first()))),
        ("own_lname", text(postal.map(|postal| postal.name.last()))),
        ("own_addr_street", text(postal.map(contact_data::street))),
        ("own_addr_city", line(|postal| Some(&postal.city))),
        ("own_addr_zip", line(|postal| postal.postal_code.as_ref())),
        ("own_addr_country", text(postal.map(|postal| postal.country.as_str().to_ascii_lowercase()))),
        ("own_addr_state", line(|postal| postal.province.as_ref())),
    ]
}

fn reach(details: Option<&Details>) -> [(&'static str, Tree); 3] {
    let number =
        |of: fn(&Details) -> Option<&Phone>| text(details.and_then(of).map(contact_data::phone_text));
    [
        ("own_email", text(details.map(|details| details.email.as_str()))),
        ("own_phone", number(|details| details.voice.as_ref())),
        ("own_fax", number(|details| details.fax.as_ref())),
    ]
}

/// What clients expect to be `null` where there is none.
fn particulars(details: Option<&Details>) -> [(&'static str, Tree); 4] {
    let particulars = details.map(|details| &details.particulars);
    let email = particulars.and_then(|more| more.second_email.as_ref());
    let company = particulars.and_then(|more| more.company_number.as_ref());
    let tax = particulars.and_then(|more| more.tax_number.as_ref());
    [
        ("own_email2", Tree::optional(email.map(Email::as_str))),
        ("own_ic", Tree::optional(company.map(CompanyNumber::as_str))),
        ("own_dic", Tree::optional(tax.map(TaxNumber::as_str))),
        ("own_taxpayer", if details.is_some() { Tree::flag(tax.is_some()) } else { Tree::Nothing }),
    ]
}

fn keys(domain: &Domain) -> Vec<Tree> {
    let key = domain.dnssec.keys.iter().map(|key| {
        Tree::map([
            ("key", Tree::text(&*key.public_key)),
            ("alg", Tree::text(key.algorithm.to_string())),
            ("flag", Tree::text(key.flags.to_string())),
            ("protocol", Tree::text("3")),
        ])
    });
    let ds = domain.dnssec.ds.iter().map(|ds| {
        Tree::map([
            ("key_tag", Tree::text(ds.key_tag.to_string())),
            ("alg", Tree::text(ds.algorithm.to_string())),
            ("digest", Tree::text(&*ds.digest)),
            ("digest_type", Tree::text(ds.digest_type.to_string())),
        ])
    });
    key.chain(ds).collect()
}

/// A text; an empty one where there is nothing to tell.
fn text(text: Option<impl Into<String>>) -> Tree {
    Tree::Text(text.map(Into::into).unwrap_or_default())
}
