//! `GetCusPreferences` and `UpdateCusPreferences`: how the account wants its domains, where the command does not say it.

use engine::model::{DomainName, Period, Preferences};
use engine::ops::preferences::{Find, Set};
use engine::ops::subaccount::Info;
use engine::{Field, Outcome, Refusal};

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::commands::domain::purchase::renewal;
use crate::fields::Fields;
use crate::params::{Params, choose};
use crate::words::truth;

pub(in crate::commands) async fn get(call: &Call<'_>, params: Params) -> Ended {
    params.finish(Some(()))?;
    let view = call.query(Info { account: None }).await?.answer;
    let done = call.query(Find).await?;
    Ok(Reply::of(done, |preferences| {
        let above = view.above.as_ref().map(|above| above.as_str().to_owned());
        let account = Fields::new()
            .one("AcceptTerms", "False")
            .one("URL", "")
            .one("ParentAccount", above.unwrap_or_default())
            .one("NoService", "False")
            .one("Account", view.account.clid.as_str());
        Fields::new().group("CustomerPrefs", told(call, &preferences)).group("CustomerInformation", account)
    }))
}

fn told(call: &Call<'_>, preferences: &Preferences) -> Fields {
    let renews = preferences.renewal.is_some_and(engine::model::RenewalMode::renews);
    let house = &call.policies().house.dns.name_servers;
    let servers = if preferences.uses_house { house } else { &preferences.servers };
    let servers = servers.iter().zip(1..);
    let servers = servers
        .fold(Fields::new(), |fields, (server, place)| fields.one(format!("DNS{place}"), server.as_str()));
    let fields = Fields::new()
        .one("DefPeriod", preferences.period.years().to_string())
        .one("AllowDNS", "True")
        .one("ShowPopups", "False")
        .one("AutoRenew", truth(renews))
        .one("RegLock", truth(preferences.is_locked))
        .one("AutoPakRenew", "False")
        .one("UseDNS", truth(preferences.uses_house))
        .one("ResellerStatus", truth(call.actor().account.parent.is_none()))
        .one("RenewalURLForward", "False")
        .one("RenewalEmailForward", "False")
        .one("IDProtect", truth(preferences.buys_privacy))
        .one("DefIDProtectRenew", truth(preferences.renews_privacy))
        .one("DefWBLRenew", "False")
        .one("IRTPOptOut", truth(preferences.opts_out))
        .one("IRTPEmailLanguageCode", LANGUAGE)
        .one("defaulthostrecordown", "False")
        .one("UseOurDNS", truth(preferences.uses_house));
    fields.group("NameServers", servers)
}

/// What is not sent is as it usually is from then on, except for name servers, which stay.
pub(in crate::commands) async fn set(call: &Call<'_>, mut params: Params) -> Ended {
    let known = call.query(Find).await?.answer;
    let preferences = read(&mut params, known);
    let preferences = params.finish(Some(preferences))?;
    let done = call.command(Set { preferences }).await?;
    Ok(Reply::of(done, |()| Fields::new()))
}

fn read(params: &mut Params, known: Preferences) -> Preferences {
    refuse_what_is_not_kept(params);
    let period = params.read("DefPeriod", Field::Period, |text| Period::parse(text, false));
    let servers = params.each("DNS", MOST, Field::NameServer, DomainName::parse);
    let uses_house = params.flag("UseDNS").unwrap_or(known.uses_house && servers.is_empty());
    let mut is_on = |name| params.flag(name).unwrap_or_default();
    Preferences {
        period: period.unwrap_or(Period::YEAR),
        renewal: Some(renewal(is_on("AutoRenew"))),
        is_locked: is_on("RegLock"),
        uses_house,
        servers: if servers.is_empty() { known.servers } else { servers },
        buys_privacy: is_on("IDProtect"),
        renews_privacy: is_on("DefIDProtectRenew"),
        opts_out: is_on("IRTPOptOut"),
    }
}

/// Rows for new zones are no preference here, and letters are written in one language: neither is taken in silence.
fn refuse_what_is_not_kept(params: &mut Params) {
    let language = |text: &str| choose("IRTPEmailLanguageCode", text, &[(LANGUAGE, ())]);
    params.read("IRTPEmailLanguageCode", Field::Language, language);
    if ["HostName", "HostName1"].iter().any(|name| params.text(name).is_some()) {
        let refusal = Refusal::new(Outcome::ParameterMismatch).fact("parameter", "HostName");
        params.add(refusal.fact("reason", "rows are set domain by domain, with SetHosts"));
    }
}

/// Name servers of a domain, and one more: too many are seen when a name is registered.
const MOST: usize = 14;
const LANGUAGE: &str = "EN";
