using Lms.Domain.Certification;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Certifying;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Manage.Certifications;

/// <summary>What a form of this page asks to do, as it is sent and sent again to confirm it.</summary>
/// <param name="What">A certification's or a course's code after its kind, or the id of what is undone.</param>
public sealed record ActionForm(
    string? What,
    string? From,
    string? Until,
    string? Reason,
    bool Confirmed
);

/// <summary>What is about to be done, shown before it is confirmed.</summary>
public sealed record IntendedAction(string Handler, string Words, ActionForm Form);

/// <summary>One person's certifications: every cycle, and what a manager may do about them.</summary>
[FreshSignIn(SendingAlone = true)]
[Authorize(Policy = nameof(AccessRole.Manager))]
public sealed class PersonModel(PersonCertifications reads, LookedAt looked, OrganisationPack pack)
    : PageModel
{
    public const string CertificationKind = "certification:";
    public const string CourseKind = "course:";

    public PersonRecord Found { get; private set; } = null!;

    public IReadOnlyList<PublishedCourse> Courses { get; private set; } = [];

    public DateOnly Today => reads.Today;

    public OrganisationPack Pack => pack;

    /// <summary>Null until something is to be confirmed.</summary>
    public IntendedAction? Intended { get; private set; }

    /// <summary>Key of the text that says what is wrong; null while nothing is.</summary>
    public string? Fault { get; private set; }

    public ActionForm Typed { get; private set; } = new(null, null, null, null, false);

    [TempData]
    public string? Told { get; set; }

    public bool IsWithdrawn(Waiver waiver) =>
        waiver.WithdrawnAt is not null || waiver.Days(pack.DayOf).Until < Today;

    public async Task<IActionResult> OnGetAsync(Guid person)
    {
        if (!await FindAsync(person))
        {
            return NotFound();
        }

        await looked.PeopleAsync(Found.Person);
        return Page();
    }

    public async Task<IActionResult> OnPostWaiveAsync(
        Guid person,
        ActionForm form,
        [FromServices] Waive waive
    )
    {
        if (await RefuseAsync(person, form) is { } refusal)
        {
            return refusal;
        }

        var (certification, course) = WhatOf(form.What);
        if (certification is null && course is null)
        {
            return Refuse("manage.certifications.fault.what");
        }

        if (DaysOf(form) is not (var from, var until) || !HasReason(form))
        {
            return Refuse(Fault ?? "manage.certifications.fault.reason");
        }

        return form.Confirmed
            ? await DoneAsync(
                waive.RunAsync(
                    Found.Person,
                    new(certification, course, from, until, form.Reason!.Trim())
                ),
                "manage.certifications.waived"
            )
            : Ask("Waive", "manage.certifications.waive.confirm", form);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(
        Guid person,
        ActionForm form,
        [FromServices] Waive waive
    )
    {
        if (await RefuseAsync(person, form) is { } refusal)
        {
            return refusal;
        }

        if (!Guid.TryParse(form.What, out var id) || Found.Waivers.All(one => one.Id.Value != id))
        {
            return Refuse("manage.certifications.fault.what");
        }

        return form.Confirmed
            ? await DoneAsync(
                waive.WithdrawAsync(Found.Person, new(id)),
                "manage.certifications.withdrawn"
            )
            : Ask("Withdraw", "manage.certifications.withdraw.confirm", form);
    }

    public async Task<IActionResult> OnPostSuspendAsync(
        Guid person,
        ActionForm form,
        [FromServices] Suspend suspend
    )
    {
        if (await RefuseAsync(person, form) is { } refusal)
        {
            return refusal;
        }

        if (WhatOf(form.What).Certification is not { } certification)
        {
            return Refuse("manage.certifications.fault.what");
        }

        if (DaysOf(form) is not (var from, var until) || !HasReason(form))
        {
            return Refuse(Fault ?? "manage.certifications.fault.reason");
        }

        return form.Confirmed
            ? await DoneAsync(
                suspend.RunAsync(Found.Person, certification, from, until, form.Reason!.Trim()),
                "manage.certifications.suspended"
            )
            : Ask("Suspend", "manage.certifications.suspend.confirm", form);
    }

    public async Task<IActionResult> OnPostLiftAsync(
        Guid person,
        ActionForm form,
        [FromServices] Suspend suspend
    )
    {
        if (await RefuseAsync(person, form) is { } refusal)
        {
            return refusal;
        }

        if (!Guid.TryParse(form.What, out var id))
        {
            return Refuse("manage.certifications.fault.what");
        }

        return form.Confirmed
            ? await DoneAsync(
                suspend.LiftAsync(Found.Person, new(id)),
                "manage.certifications.lifted"
            )
            : Ask("Lift", "manage.certifications.lift.confirm", form);
    }

    public async Task<IActionResult> OnPostRevokeAsync(
        Guid person,
        ActionForm form,
        [FromServices] RevokePeriod revoke
    )
    {
        if (await RefuseAsync(person, form) is { } refusal)
        {
            return refusal;
        }

        if (!Guid.TryParse(form.What, out var id) || !HasReason(form))
        {
            return Refuse("manage.certifications.fault.reason");
        }

        return form.Confirmed
            ? await DoneAsync(
                revoke.RunAsync(Found.Person, new(id), form.Reason!.Trim()),
                "manage.certifications.revoked"
            )
            : Ask("Revoke", "manage.certifications.revoke.confirm", form);
    }

    /// <summary>What is answered instead; null when the viewer may decide about the person.</summary>
    private async Task<IActionResult?> RefuseAsync(Guid person, ActionForm form)
    {
        if (!await FindAsync(person) || !Found.MayDecide)
        {
            return NotFound();
        }

        Typed = form;
        return null;
    }

    private PageResult Ask(string handler, string words, ActionForm form)
    {
        Intended = new(handler, words, form with { Confirmed = true });
        return Page();
    }

    private async Task<IActionResult> DoneAsync(Task<bool> doing, string words)
    {
        if (!await doing)
        {
            return Refuse("manage.certifications.fault.what");
        }

        Told = HttpContext.Texts()[words];
        return LocalRedirect($"/manage/certifications/{Found.Person.Value}");
    }

    private PageResult Refuse(string fault)
    {
        Fault = fault;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private (string? Certification, string? Course) WhatOf(string? what)
    {
        if (what?.StartsWith(CertificationKind, StringComparison.Ordinal) == true)
        {
            var code = what[CertificationKind.Length..];
            return (pack.Certification(code) is null ? null : code, null);
        }

        var slug =
            what?.StartsWith(CourseKind, StringComparison.Ordinal) == true
                ? what[CourseKind.Length..]
                : null;
        return (null, Courses.Any(course => course.Slug == slug) ? slug : null);
    }

    private (DateOnly From, DateOnly? Until)? DaysOf(ActionForm form)
    {
        var from = GrantWords.DayTyped(form.From);
        var until = GrantWords.DayTyped(form.Until);
        var isUntilWritten = !string.IsNullOrWhiteSpace(form.Until);
        if (from is null || (isUntilWritten && until is null) || until < from)
        {
            Fault = "manage.certifications.fault.days";
            return null;
        }

        return (from.Value, until);
    }

    private static bool HasReason(ActionForm form) =>
        form.Reason?.Trim().Length is > 0 and <= Decisions.LongestReason;

    private async Task<bool> FindAsync(Guid person)
    {
        if (await reads.FindAsync(new PersonId(person)) is not { } found)
        {
            return false;
        }

        Found = found;
        Courses = await reads.CoursesAsync();
        return true;
    }
}
