//! `Preconfigure`: says what else registrations in the cart are to have. It is kept in the words of a `Purchase`, which read it
//! when the cart is ordered.

use engine::model::{Addressee, CartItemId, DomainName, Goods, Preferences, Role};
use engine::ops::Several;
use engine::ops::cart::{CartLine, Configure, List};
use engine::ops::domain::{Create, Person};
use engine::ops::subaccount::Info;
use engine::{Failure, Field, Outcome, Refusal};

use crate::answer::{Ended, Reply};
use crate::attributes::asked;
use crate::call::Call;
use crate::commands::domain::{contacts, people, purchase, registrant};
use crate::fields::Fields;
use crate::kept::Kept;
use crate::params::{Params, choose};
use crate::words::parts;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let one = if params.was_sent("SLD") { params.name() } else { None };
    let is_new = load(&mut params);
    let renews = params.flag("AutoRenew");
    let is_locked = params.flag("RegLock");
    let words = Words::read(&mut params);
    let words = params.finish(Some(words))?;
    let items = items(call, one.as_ref()).await?;
    if is_new {
        let mut configures = Vec::with_capacity(items.len());
        for (id, name) in &items {
            let kept = words.of(call, name);
            let command = configured(call, name, &kept).await?;
            configures.push(Configure { id: *id, words: kept.text(), renews, is_locked, command });
        }
        call.command(Several(configures)).await?;
    }
    let done = people::of_account(call).await?;
    let billing = done.iter().find(|person| person.role == Role::Billing);
    let billing = billing.map(|person| people::cells("Billing", &person.details)).unwrap_or_default();
    let told = Fields::new().group("PreConfigBillingInfo", billing).one("PreConfigSuccess", "1");
    Ok(Reply::new(told.one("Count", items.len().to_string())))
}

/// Whether what is sent takes the place of what was said before. It does unless the request says otherwise.
fn load(params: &mut Params) -> bool {
    let read = params.text("Load").map_or(Ok(true), |text| choose("Load", text.trim(), &LOADS));
    read.map_err(|refusal| params.add(refusal)).unwrap_or(true)
}

/// The registrations that the next order consists of, or the one of a name.
///
/// # Errors
/// `cart_item_unknown`: there are none.
async fn items(call: &Call<'_>, name: Option<&DomainName>) -> Result<Vec<(CartItemId, DomainName)>, Failure> {
    let wanted = |line: CartLine| match line.item.goods {
        Goods::Register(found) if name.is_none_or(|name| *name == found) => Some((line.item.id, found)),
        _ => None,
    };
    let active = call.query(List).await?.answer.into_iter().filter(|line| line.item.is_active);
    let items: Vec<_> = active.filter_map(wanted).collect();
    if items.is_empty() {
        let unknown = Refusal::new(Outcome::CartItemUnknown).at(Field::CartItem);
        return Err(unknown.value(name.map_or("*", DomainName::as_str)).into());
    }
    Ok(items)
}

/// What was sent, in the words of a `Purchase`.
struct Words {
    kept: Kept,
    /// The parameters as they came: which of them are extended attributes depends on the name.
    sent: Kept,
}

impl Words {
    fn read(params: &mut Params) -> Self {
        let mut kept = Kept::default();
        let is_house =
            params.read("PreConfigDNS", Field::NameServer, |text| choose("PreConfigDNS", text, &DNS));
        match is_house {
            Some(true) => kept.put("UseDNS", Some("default")),
            Some(false) => (1..=MOST_SERVERS).for_each(|place| {
                let server = format!("NS{place}");
                kept.put(&server, params.text(&server));
            }),
            None => {}
        }
        params.read("UseHostRecords", Field::DnsRdata, |text| choose("UseHostRecords", text, &[("0", ())]));
        kept.put("DomainPassword", params.text("AccessPassword1"));
        check_again(params);
        for (kind, option) in OPTIONS {
            let source = params.read(option, Field::ContactRole, |text| choose(option, text, &SOURCES));
            if source.is_none_or(|source| source == Source::Sent) {
                put_person(&mut kept, params, kind);
            }
            kept.put(option, params.text(option));
        }
        Self { kept, sent: Kept::of(params, |_| true) }
    }

    /// What is kept of it for a name.
    fn of(&self, call: &Call<'_>, name: &DomainName) -> Kept {
        let mut kept = self.kept.clone();
        let sent = self.sent.params();
        for attribute in call.zone_of(name).map(asked).unwrap_or_default() {
            kept.put(&attribute.name, sent.text(&attribute.name));
        }
        let (sld, tld) = parts(name);
        kept.put("SLD", Some(sld));
        kept.put("TLD", Some(tld));
        kept
    }
}

fn check_again(params: &mut Params) {
    if params.text("AccessPassword1") != params.text("AccessPassword2") {
        let refusal = Refusal::new(Outcome::ParameterMismatch).at(Field::Authinfo);
        let refusal = refusal.fact("parameter", "AccessPassword2");
        params.add(refusal.fact("reason", "it is not the same as AccessPassword1"));
    }
}

fn put_person(kept: &mut Kept, params: &Params, kind: &str) {
    for (theirs, ours) in PARTS {
        kept.put(&format!("{kind}{ours}"), params.text(&format!("{kind}{theirs}")));
    }
}

/// A registration with what was said of it. Those of whom nothing was said are as the account has them.
///
/// # Errors
/// What is wrong with it; a fault of the store.
pub(super) async fn configured(call: &Call<'_>, name: &DomainName, kept: &Kept) -> Result<Create, Failure> {
    let mut params = kept.params();
    let told = registrant::told(call, &mut params, name);
    let owned = OPTIONS.iter().filter(|(_, option)| is_owner(&params, option)).map(|(kind, _)| *kind);
    let owned: Vec<&str> = owned.collect();
    let create = purchase::read(&mut params, &Preferences::default());
    let create = params.finish(create)?;
    let mut sent = create.people.clone();
    if !owned.is_empty() {
        sent.extend(owners(call, &owned).await?);
    }
    let mut people = people::placed(call, name, contacts::completed(call, sent).await?);
    registrant::add(told, &mut people);
    Ok(Create { people, ..create })
}

fn is_owner(params: &Params, option: &str) -> bool {
    params.text(option).is_some_and(|word| word.trim().eq_ignore_ascii_case(OWNER))
}

/// Who answers for the account, in the roles of these kinds.
async fn owners(call: &Call<'_>, kinds: &[&str]) -> Result<Vec<Person>, Failure> {
    let book = call.query(Info { account: None }).await?.answer.book.unwrap_or_default();
    let Some(details) = book.owner.and_then(Addressee::into_details) else { return Ok(Vec::new()) };
    let roles = people::KINDS.iter().filter(|(kind, _, _)| kinds.contains(kind));
    Ok(roles.map(|(_, role, _)| Person { role: *role, details: details.clone() }).collect())
}

/// Where one of the people is taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Source {
    /// From what the account says of whom to write to.
    Account,
    /// From the request.
    Sent,
}

/// The parameter that says so of each.
const OPTIONS: [(&str, &str); 4] = [
    ("Registrant", "OptContactReg"),
    ("Tech", "OptTechnical"),
    ("Admin", "OptAdministrative"),
    ("AuxBilling", "OptContactAux"),
];
const SOURCES: [(&str, Source); 3] =
    [("UseBilling", Source::Account), (OWNER, Source::Account), ("UseExisting", Source::Sent)];
const OWNER: &str = "UseRegistrant";
/// Whether what is sent takes the place of what was said before.
const LOADS: [(&str, bool); 2] = [("1", false), ("2", true)];
/// Whether the name servers are those of the house.
const DNS: [(&str, bool); 2] = [("Default", true), ("Other", false)];
const MOST_SERVERS: u32 = 14;
/// What parts of a person are called here, and in a `Purchase`.
const PARTS: [(&str, &str); 17] = [
    ("Org", "OrganizationName"),
    ("JobTitle", "JobTitle"),
    ("FName", "FirstName"),
    ("LName", "LastName"),
    ("Address", "Address1"),
    ("Address2", "Address2"),
    ("City", "City"),
    ("State", "StateProvince"),
    ("Province", "StateProvince"),
    ("StateProvince", "StateProvince"),
    ("StateProvinceChoice", "StateProvinceChoice"),
    ("Zip", "PostalCode"),
    ("Country", "Country"),
    ("Phone", "Phone"),
    ("PhoneExt", "PhoneExt"),
    ("Fax", "Fax"),
    ("Email", "EmailAddress"),
];
