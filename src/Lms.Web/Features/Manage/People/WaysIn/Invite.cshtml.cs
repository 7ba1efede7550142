using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Register;
using Lms.Web.Features.Shared.WaysIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Manage.People.WaysIn;

/// <summary>Invites a person on paper or by mail.</summary>
[Authorize(Policy = PeopleFeature.LetsIn)]
[FreshSignIn]
[Paced(Pace.Invitation)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class InviteModel(
    InvitePerson invite,
    SendInvitation send,
    InstitutionReads institutions,
    CurrentViewer current,
    LmsSettings settings,
    OrganisationPack pack,
    TimeProvider time
) : PageModel
{
    [BindProperty]
    public PersonFields Person { get; set; } = new();

    [BindProperty]
    public AccessRole Role { get; set; } = AccessRole.Specialist;

    [BindProperty]
    public bool ByMail { get; set; }

    /// <summary>That someone of the same name is another person.</summary>
    [BindProperty]
    public bool IsAnother { get; set; }

    [TempData]
    public string? Told { get; set; }

    public List<FieldFault> Faults { get; } = [];

    /// <summary>Whose the login is, in the scope of whoever asks.</summary>
    public PersonId? Holder { get; private set; }

    /// <summary>Who is called so in the community.</summary>
    public IReadOnlyList<string> SameName { get; private set; } = [];

    /// <summary>Shown once.</summary>
    public InvitationSheet? Sheet { get; private set; }

    public IReadOnlyList<AccessRole> Roles =>
        [.. Enum.GetValues<AccessRole>().Where(role => InvitePerson.MayGive(current.Viewer, role))];

    public PersonForm Form =>
        new(
            Person,
            Faults,
            CommunityNames.Groups(pack, HttpContext.Texts(), current.Viewer.Answers),
            HasLatin: true
        );

    public async Task<IActionResult> OnPostAsync()
    {
        if (Person.Read(pack, await institutions.CodesAsync(), Faults) is not { } about)
        {
            return Refuse();
        }

        switch (await invite.RunAsync(about, Role, IsAnother))
        {
            case InviteAnswer.Done done:
                return await HandAsync(about, done);
            case InviteAnswer.LoginTaken taken:
                Holder = taken.Person;
                Faults.Add(
                    new(
                        "login",
                        Holder is null ? "manage.invite.taken" : "manage.invite.taken.here"
                    )
                );
                break;
            case InviteAnswer.SameName same:
                SameName = same.People;
                Faults.Add(new("another", "manage.invite.same-name"));
                break;
            case InviteAnswer.NoLogin:
            case InviteAnswer.Outside:
                Faults.Add(new("community", "manage.invite.outside"));
                break;
        }

        return Refuse();
    }

    private async Task<IActionResult> HandAsync(NewPerson about, InviteAnswer.Done done)
    {
        if (ByMail && about.Login.IsEmail)
        {
            await send.RunAsync(done.Person, done.Token);
            Told = HttpContext.Texts()["manage.invite.sent"];
            return LocalRedirect("/manage/people/invite");
        }

        Sheet = new(
            about.Name.Full,
            about.Login.Value,
            SendInvitation.Address(settings.Site, done.Token),
            pack.DayOf(time.Now() + InvitePerson.Validity)
        );
        return Page();
    }

    private PageResult Refuse()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
