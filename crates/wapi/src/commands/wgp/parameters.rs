//! Parameters that several commands for protection services have.

use std::net::IpAddr;

use engine::model::{Cycle, DomainName, Plan, ProtectionId, Secret};
use engine::{Field, Outcome, Refusal};

use crate::params::{Params, flag, missing, number};

/// The protected name. The oldest page of the manual calls it `name`.
pub(super) fn name(params: &mut Params) -> Option<DomainName> {
    let name = params.first_of(&["domain", "name"]);
    params.need(name, Field::DomainName, DomainName::parse)
}

/// What is bought. Whether both have to be named is the service's rule.
pub(super) fn subscription(params: &mut Params) -> (Option<Plan>, Option<Cycle>) {
    let plan = params.read("variant_id", Field::Plan, Plan::of_number);
    (plan, params.read("period_id", Field::Cycle, Cycle::of_number))
}

/// The servers behind the network.
pub(super) fn upstreams(params: &mut Params) -> Vec<IpAddr> {
    params.each("upstream_ips", Field::Upstream, address)
}

/// The name of the parameter that says which service is the template.
pub(super) const TEMPLATE: &str = "template_domain_id";

/// The id of a template.
///
/// # Errors
/// `number_malformed`.
pub(super) fn template(text: &str) -> Result<ProtectionId, Refusal> {
    number(text).map(ProtectionId)
}

/// The rules of a policy, each as the engine reads it. A policy that is sent and empty has none.
pub(super) fn policy(params: &mut Params) -> Option<Vec<String>> {
    if params.sent("policy").is_none() {
        params.add(missing("policy", Field::ProtectionRule));
        return None;
    }
    Some(params.each("policy", Field::ProtectionRule, |rule| Ok(rule.to_owned())))
}

/// What permits the network to change the DNS of the name: a token, or the wish that it be overwritten.
pub(super) fn dns_permit(params: &mut Params) -> (Option<Secret>, bool) {
    let token = params.optional("dns_token", Field::DnsToken).map(Secret::new);
    (token, params.read("force", Field::DnsForce, flag).unwrap_or_default())
}

fn address(text: &str) -> Result<IpAddr, Refusal> {
    text.parse().map_err(|_| Refusal::new(Outcome::AddressMalformed).value(text))
}
