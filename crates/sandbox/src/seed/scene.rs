//! The names of one registrar in one state, as one transaction: all of them, or none.

use engine::Refusal;
use engine::model::{
    Country, Delegation, Details, DnssecData, DomainName, Ds, Email, Handle, HandleForm, HandshakeId,
    HostAddress, HostAttribute, Instant, Line, Period, Phone, Postal, PostalKind, Role, Secret,
};
use engine::ops::domain::{Create, Lock, Release, Released, Renew, SetTerm};
use engine::ops::{Several, Together, contact, upkeep};

use super::set::{State, Twist};

/// Registrants and domains; their terms and the orders for them; what is done with them at last.
pub(super) type Play = Together<
    Together<Several<contact::Create>, Several<Create>>,
    Together<
        Together<Several<SetTerm>, Several<upkeep::Set>>,
        Together<Several<Renew>, Together<Several<Lock>, Several<Release>>>,
    >,
>;

/// What is to be made.
pub(super) struct Scene<'a> {
    pub(super) state: &'static State,
    /// The names that are not there yet.
    pub(super) names: Vec<DomainName>,
    /// To whom names are offered.
    pub(super) tag: &'a str,
    pub(super) now: Instant,
    /// A number that nobody else has.
    pub(super) number: i64,
}

impl Scene<'_> {
    /// The transaction.
    ///
    /// # Errors
    /// None in practice: what is made here is well-formed.
    pub(super) fn play(&self) -> Result<Play, Refusal> {
        let handles = (0..self.holders()).map(|place| self.handle(place)).collect::<Result<Vec<_>, _>>()?;
        let contacts = handles.iter().map(|handle| self.registrant(handle)).collect::<Result<_, _>>()?;
        let creates = self.names.iter().zip(handles.iter().cycle());
        let creates = creates.map(|(name, handle)| self.create(name, handle)).collect::<Result<_, _>>()?;
        let dated = Together { first: self.each(Self::term), then: self.each(Self::orders) };
        let locked = Together { first: self.each(Self::lock), then: self.each(Self::release) };
        Ok(Together {
            first: Together { first: Several(contacts), then: Several(creates) },
            then: Together { first: dated, then: Together { first: self.each(Self::renewal), then: locked } },
        })
    }

    fn each<T>(&self, of: impl Fn(&Self, &DomainName) -> Option<T>) -> Several<T> {
        Several(self.names.iter().filter_map(|name| of(self, name)).collect())
    }

    fn holders(&self) -> usize {
        if matches!(self.state.twist, Twist::Shared) { 1 } else { self.names.len() }
    }

    fn handle(&self, place: usize) -> Result<Handle, Refusal> {
        Handle::parse(&format!("{}-{place}", HandshakeId(self.number)))
    }

    fn registrant(&self, handle: &Handle) -> Result<contact::Create, Refusal> {
        let line = |text: &str| Line::parse(text, 255);
        let postal = Postal {
            kind: PostalKind::Loc,
            name: line("Ann Archer")?.into(),
            organisation: Some(line(&format!("Archer and Daughters {handle}"))?),
            street: vec![line("1 Sandy Lane")?],
            city: line("Oxford")?,
            province: None,
            postal_code: Some(line("OX1 1AA")?),
            country: Country::parse("GB")?,
        };
        let details = Details {
            postal: vec![postal],
            voice: Some(Phone::parse("+44.1865123456", None)?),
            fax: None,
            email: Email::parse("ann@example.test")?,
            disclosure: None,
            particulars: Default::default(),
        };
        Ok(contact::Create {
            handle: Some(handle.clone()),
            zone: None,
            details,
            authinfo: Secret::new(""),
            form: HandleForm::default(),
            reuse: false,
        })
    }

    fn create(&self, name: &DomainName, holder: &Handle) -> Result<Create, Refusal> {
        let (delegation, dnssec) = match self.state.twist {
            Twist::Delegated => (servers(name)?, DnssecData::default()),
            Twist::Signed => (Delegation::default(), signature()?),
            _ => Default::default(),
        };
        Ok(Create {
            name: name.clone(),
            period: Some(Period::of_years(self.state.years)),
            contacts: vec![(Role::Registrant, holder.clone())],
            people: Vec::new(),
            delegation,
            authinfo: Secret::new(""),
            dnssec,
            consent: None,
            choices: Default::default(),
        })
    }

    fn term(&self, name: &DomainName) -> Option<SetTerm> {
        let since = self.now.plus_days(-i64::from(self.state.age_days));
        let term = SetTerm { name: name.clone(), since, until: since.plus_years(self.state.years.into()) };
        (self.state.age_days > 0).then_some(term)
    }

    fn orders(&self, name: &DomainName) -> Option<upkeep::Set> {
        let Twist::Ordered(order) = self.state.twist else { return None };
        let mut change = upkeep::Change::default();
        order(&mut change);
        Some(upkeep::Set { name: name.clone(), change })
    }

    fn renewal(&self, name: &DomainName) -> Option<Renew> {
        let period = Some(Period::of_years(self.state.years));
        let renew = Renew { name: name.clone(), current_expiry: None, period };
        matches!(self.state.twist, Twist::Renewed).then_some(renew)
    }

    fn lock(&self, name: &DomainName) -> Option<Lock> {
        let lock = Lock { name: name.clone(), is_set: true };
        matches!(self.state.twist, Twist::Locked).then_some(lock)
    }

    fn release(&self, name: &DomainName) -> Option<Release> {
        let tag = match self.state.twist {
            Twist::Released(tag) => tag,
            Twist::Offered => self.tag,
            _ => return None,
        };
        Some(Release { what: Released::Domain(name.clone()), tag: tag.to_owned(), registrant: None })
    }
}

/// One inside the domain, one elsewhere.
fn servers(name: &DomainName) -> Result<Delegation, Refusal> {
    let inside = DomainName::parse(&format!("ns1.{name}"))?;
    let addresses = vec![HostAddress::parse("192.0.2.53", false)?, HostAddress::parse("2001:db8::53", true)?];
    let outside = DomainName::parse("ns1.seed.example")?;
    Ok(Delegation::Listed(vec![
        HostAttribute { name: inside, addresses },
        HostAttribute { name: outside, addresses: Vec::new() },
    ]))
}

fn signature() -> Result<DnssecData, Refusal> {
    let ds = Ds::parse(12345, 8, 2, &"5EED".repeat(16), None)?;
    Ok(DnssecData { ds: vec![ds], ..DnssecData::default() })
}
