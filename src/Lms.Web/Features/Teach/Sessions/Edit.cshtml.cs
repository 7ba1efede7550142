using Lms.Domain.Courses;
using Lms.Domain.Live;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Meeting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Lms.Web.Features.Teach.Sessions;

/// <summary>
/// A planned session: changed, moved or cancelled, alone or with those after it in its series. Whoever
/// keeps it without leading it reads it here.
/// </summary>
[Authorize(Policy = nameof(AccessRole.Trainer))]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class EditModel(
    TaughtCourses taught,
    SessionsOf sessions,
    WhoLeads who,
    ChangeSession change,
    CancelSession cancel,
    PublishedCourses courses,
    OrganisationPack pack,
    TimeProvider time
) : EntryPage(taught, courses, who, pack, time)
{
    private readonly TaughtCourses taught = taught;
    private readonly WhoLeads who = who;
    private readonly PublishedCourses courses = courses;
    private IReadOnlyList<Leader> leaders = [];

    public SessionSeen Seen { get; private set; } = null!;

    public LiveSession Session => Seen.Session;

    protected override LiveSession Planned => Session;

    public override bool IsRehearsal => Session.RehearsalOf is not null;

    public override string DateHint =>
        IsRehearsal ? "teach.session.on.rehearsal" : "teach.session.on.edit";

    public bool MayChange =>
        Seen.Leads is RoomRole.Trainer or RoomRole.CoTrainer
        && Session.State == SessionState.Scheduled;

    public string Reason { get; private set; } = "";

    [TempData]
    public string? Told { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid session)
    {
        if (taught.Actor is not { } actor || !await FindAsync(session, actor))
        {
            return NotFound();
        }

        Fill();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid session, bool rest)
    {
        if (taught.Actor is not { } actor || !await FindAsync(session, actor))
        {
            return NotFound();
        }

        if (Read(Session.StartsAt) is not { } plan)
        {
            return Refused();
        }

        // As it was: no form can name what has left the published edition.
        if ((Entry.What ?? "") == WhatOf(Session))
        {
            plan = plan.StillOf(Session);
        }

        return Answer(
            session,
            await change.RunAsync(Session.Id, plan, rest, actor),
            "teach.session.changed"
        );
    }

    public async Task<IActionResult> OnPostCancelAsync(Guid session, string? reason, bool rest)
    {
        if (taught.Actor is not { } actor || !await FindAsync(session, actor))
        {
            return NotFound();
        }

        Reason = reason?.Trim() ?? "";
        if (Reason.Length is 0 or > CancelSession.LongestReason)
        {
            Faults.Add(new("reason", "teach.session.fault.reason"));
            ModelState.Clear();
            Fill();
            return Refused();
        }

        return Answer(
            session,
            await cancel.RunAsync(Session.Id, Reason, rest, actor),
            "teach.session.cancelled"
        );
    }

    private IActionResult Answer(Guid session, ChangeAnswer answer, string done)
    {
        switch (answer)
        {
            case ChangeAnswer.Done:
                Told = HttpContext.Texts()[done];
                return LocalRedirect($"/teach/sessions/{session}");
            case ChangeAnswer.TooLate:
                Faults.Add(new("title", "teach.session.fault.too-late"));
                ModelState.Clear();
                Fill();
                return Refused();
            case ChangeAnswer.Unknown:
            default:
                return NotFound();
        }
    }

    private void Fill()
    {
        Entry = SessionEntry.Of(Session, leaders, Pack);
        Entry.What = WhatOf(Session);
    }

    // Who may be a co-trainer depends on the course that is chosen.
    private CourseId? Chosen(IReadOnlyList<PublishedCourse> all) =>
        Entry.What is null or SessionEntry.Gone
            ? Session.CourseId
            : all.FirstOrDefault(one => one.Slug == Entry.What.Split('/')[0])?.Id;

    private async Task<bool> FindAsync(Guid session, Actor actor)
    {
        if (await sessions.FindAsync(new(session), actor.Person) is not { Leads: not null } seen)
        {
            return false;
        }

        Seen = seen;
        leaders = [.. (await who.OfAsync([Session.Id]))[Session.Id]];
        await ReadChoicesAsync(
            Chosen(await courses.AllAsync()),
            [
                actor.Person,
                .. leaders.Where(one => one.Role == RoomRole.Trainer).Select(one => one.Person),
            ]
        );
        return true;
    }
}
