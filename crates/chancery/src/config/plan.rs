//! From a configuration to the plan of a server.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context, Result};
use engine::policy::Policies;

use super::{Config, post, safety};
use crate::folder::DataFolder;
use crate::installation::Home;
use crate::mode::Mode;
use crate::policies::{self, Services};
use crate::server::{Certificate, Identity, Plan, WebSettings};

impl Config {
    /// What the zones allow.
    ///
    /// # Errors
    /// What is wrong in which policy.
    pub(crate) fn zones(&self) -> Result<Policies> {
        let folder = self.policies.as_deref();
        let zones = policies::together(policies::load(folder)?, self.house.clone())?;
        Ok(Services::load(folder)?.beside(zones))
    }

    /// The plan of a production server.
    ///
    /// # Errors
    /// A setting is unsafe, or a file that it names is wrong: a sentence that says which and why.
    pub(crate) fn plan(self, ready_file: Option<PathBuf>) -> Result<Plan> {
        let zones = policies::load(self.policies.as_deref())?;
        let services = Services::load(self.policies.as_deref())?;
        let tls = safety::check(&self, &zones)?;
        let couriers = post::couriers(self.delivery, self.mail.as_ref())?;
        let certificate = Certificate::read(&tls.certificate, &tls.key).context("[tls]")?;
        let data = DataFolder::at(&self.data);
        Ok(Plan {
            mode: Mode::Production,
            home: Home::Folder(data),
            addresses: self.listen,
            identity: Identity::Given(certificate),
            policies: services.beside(policies::together(zones, self.house)?),
            name: self.name.unwrap_or_else(|| "Chancery".to_owned()),
            limits: self.limits,
            web: WebSettings {
                wapi: self.wapi.settings(),
                rrp: self.rrp.settings(),
                enom: self.enom.settings(),
            },
            balancers: self.balancers.into_iter().map(|network| network.0).collect(),
            journal: self.journal.settings(),
            ready_file,
            commit_delay: None,
            couriers: Some(Arc::new(couriers)),
            primaries: self.axfr.reach(),
        })
    }
}
