//! `RAA_GetInfo` and `RAA_ResendNotification`: whether the e-mail address of a domain's registrant is confirmed, and another
//! letter that asks for it. ICANN's Registrar Accreditation Agreement (RAA) is why.

use engine::model::AddressCheck;
use engine::ops::address_check::Resend;
use engine::ops::domain::{Dossier, DossierView};

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;
use crate::times::moment;

pub(in crate::commands) async fn info(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.name();
    let name = params.finish(name)?;
    let done = call.query(Dossier { name }).await?;
    Ok(Reply::of(done, |dossier| told(&dossier)))
}

pub(in crate::commands) async fn resend(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.name();
    let name = params.finish(name)?;
    let done = call.command(Resend { name }).await?;
    Ok(Reply::of(done, |()| Fields::new().one("Success", "true")))
}

/// What was asked by the name tells neither code nor person.
fn told(dossier: &DossierView) -> Fields {
    let address = dossier.address.as_ref();
    let letters = address.map_or_else(Fields::new, |address| {
        let letter =
            Fields::new().xml("To", address.email.as_str()).xml("SendDate", moment(address.mailed_at));
        Fields::new().xml_group("Email", letter)
    });
    Fields::new()
        .one("Domain", dossier.view.domain.name.as_str())
        .one("VerificationCode", "")
        .one("VerificationStatus", word(address))
        .one("ValidationType", "")
        .one("FirstName", "")
        .one("LastName", "")
        .one("EmailAddress", "")
        .one("IsSuspended", "False")
        .one("IsPendingSuspension", "False")
        .one("SuspensionDate", "")
        .one("ToBeSuspendedDate", "")
        .one("ResultText", "")
        .xml_group("EmailsSent", letters)
        .text("EmailsSent", "")
}

/// The service of a domain that `GetDomainInfo` tells; empty where nobody has to confirm anything.
pub(super) fn settings(address: Option<&AddressCheck>) -> Fields {
    let setting = address.map(|address| {
        let setting = Fields::new()
            .xml("verificationstatus", word(Some(address)))
            .xml("domainsuspended", "False")
            .xml("suspensiondate", "")
            .xml("isqueuedchange", "False")
            // Clients read it as a moment of this form, without a zone.
            .xml("statusexpdate", address.until.to_string().trim_end_matches('Z'))
            .xml("pendingsuspension", "False")
            .xml("emailaddress", address.email.as_str());
        Fields::new().xml_group("raasetting", setting)
    });
    Fields::new().xml_group("raasettings", setting.unwrap_or_default())
}

/// What `GetContacts` tells of it.
pub(super) fn flags(address: Option<&AddressCheck>) -> Fields {
    let sentence = address.map(|address| match address.confirmed_at {
        Some(at) => format!("confirmed on {}", moment(at)),
        None => format!("to be confirmed by {}", moment(address.until)),
    });
    Fields::new().one("RAA_Status", word(address)).one("RAA_StatusDesc", sentence.unwrap_or_default())
}

const fn word(address: Option<&AddressCheck>) -> &'static str {
    match address {
        Some(address) if address.is_open() => "Unverified",
        Some(_) => "Verified",
        None => "",
    }
}
