//! Giving the settings of a template to another service.

use outcomes::{Field, Outcome};

use crate::{
    Failure, Refusal, Writing,
    model::{Instant, Plan, Protection, ProtectionId, ProtectionSettings, ProtectionState},
};

/// The settings of a template, for a service of a plan. Counts as one use of it.
///
/// Checks, in this order: whether it exists, is a template and runs; whose it is; its plan; how often it was used.
///
/// # Errors
/// `template_unknown`, `template_unusable`, `template_not_own`, `template_plan_mismatch`, `template_used_up`.
pub(super) fn take(cx: &Writing<'_>, id: ProtectionId, plan: Plan) -> Result<ProtectionSettings, Failure> {
    let unknown = || refused(Outcome::TemplateUnknown, id);
    let mut template = cx.store.protection_by_id(id)?.ok_or_else(unknown)?;
    require_usable(&template)?;
    if template.account != cx.actor.id() {
        return Err(refused(Outcome::TemplateNotOwn, id).into());
    }
    if template.plan != plan {
        return Err(refused(Outcome::TemplatePlanMismatch, id).fact("plan", template.plan).into());
    }
    let most = cx.policies.protection.template_uses_per_day;
    let used_up = || refused(Outcome::TemplateUsedUp, id).fact("limit", most);
    template.uses = template.uses.counted(cx.now, Instant::DAY, most).ok_or_else(used_up)?;
    cx.store.update_protection(&template)?;
    Ok(template.settings)
}

fn require_usable(template: &Protection) -> Result<(), Refusal> {
    let unusable = |reason: &str| Err(refused(Outcome::TemplateUnusable, template.id).fact("reason", reason));
    match template.state {
        _ if !template.is_template => unusable("it is not marked as a template"),
        ProtectionState::Requested => unusable("it is being set up"),
        ProtectionState::Running | ProtectionState::Unpaid => Ok(()),
    }
}

fn refused(outcome: Outcome, id: ProtectionId) -> Refusal {
    Refusal::new(outcome).at(Field::Template).value(id)
}
