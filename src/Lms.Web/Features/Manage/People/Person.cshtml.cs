using Lms.Domain.People;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Manage.People.WaysIn;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Register;
using Lms.Web.Features.Shared.WaysIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Manage.People;

/// <summary>One person in the register: posts, community, areas served, way in. Each look is written down.</summary>
[Authorize(Policy = PeopleFeature.LetsIn)]
[FreshSignIn(SendingAlone = true)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PersonModel(
    PersonReads reads,
    ChangePosts posts,
    GiveCode ways,
    InstitutionReads institutions,
    LookedAt looked,
    CurrentViewer current,
    OrganisationPack pack
) : PageModel
{
    public PersonCard Card { get; private set; } = null!;

    public PersonWayIn Way { get; private set; } = new("", "", WayInState.NoAccount, []);

    public IReadOnlyList<CommunityGroup> Institutions { get; private set; } = [];

    public IReadOnlyList<CommunityGroup> Communities { get; private set; } = [];

    /// <summary>What the viewer may name as served: any level within the scope.</summary>
    public IReadOnlyList<CommunityGroup> Territories { get; private set; } = [];

    public OrganisationPack Pack => pack;

    public DateOnly Today => reads.Today;

    /// <summary>Key of why something was not taken; null when nothing was refused.</summary>
    public string? Refused { get; private set; }

    [TempData]
    public string? Told { get; set; }

    public Task<IActionResult> OnGetAsync(Guid person) => ShowAsync(new(person));

    public Task<IActionResult> OnPostPostAsync(
        Guid person,
        string? institution,
        string? role,
        string? from
    ) =>
        AnswerAsync(
            person,
            from,
            day => posts.AddAsync(new(person), institution ?? "", role ?? "", day)
        );

    public Task<IActionResult> OnPostEndAsync(Guid person, Guid post, string? last) =>
        AnswerAsync(person, last, day => posts.EndAsync(new(person), new(post), day));

    public Task<IActionResult> OnPostMoveAsync(
        Guid person,
        Guid post,
        string? institution,
        string? from
    ) =>
        AnswerAsync(
            person,
            from,
            day => posts.MoveAsync(new(person), new(post), institution ?? "", day)
        );

    public Task<IActionResult> OnPostSettleAsync(Guid person, string? community, string? on) =>
        AnswerAsync(
            person,
            on,
            day => posts.SettleAsync(new(person), new TerritoryCode(community ?? ""), day)
        );

    public Task<IActionResult> OnPostServeAsync(Guid person, string? territory, string? from) =>
        AnswerAsync(
            person,
            from,
            day => posts.ServeAsync(new(person), new TerritoryCode(territory ?? ""), day)
        );

    public Task<IActionResult> OnPostEndAreaAsync(Guid person, Guid area, string? last) =>
        AnswerAsync(person, last, day => posts.EndAreaAsync(new(person), new(area), day));

    /// <summary>Key of the words; null when all went well.</summary>
    public static string? WordsOf(PostAnswer answer) =>
        answer switch
        {
            PostAnswer.Done or PostAnswer.Unknown => null,
            PostAnswer.NotOffered => "manage.person.not-offered",
            PostAnswer.BadDays => "manage.person.bad-days",
            PostAnswer.HeldAlready => "manage.person.held-already",
            PostAnswer.ForAdministrator => "manage.person.for-administrator",
        };

    /// <summary>Key of the words.</summary>
    public static string WordsOf(WayInState state) =>
        state switch
        {
            WayInState.NoAccount => "manage.person.way.none",
            WayInState.Invited => "manage.person.way.invited",
            WayInState.Open => "manage.person.way.open",
            WayInState.ForAdministrator => "manage.person.way.administrator",
            WayInState.Closed => "manage.person.way.closed",
        };

    private async Task<IActionResult> AnswerAsync(
        Guid person,
        string? typed,
        Func<DateOnly, Task<PostAnswer>> change
    )
    {
        if (await reads.FindAsync(new(person), HttpContext.Texts()) is null)
        {
            return NotFound();
        }

        var answer = GrantWords.DayTyped(typed) is { } day ? await change(day) : PostAnswer.BadDays;
        if (answer == PostAnswer.Unknown)
        {
            return NotFound();
        }

        if (WordsOf(answer) is { } refused)
        {
            Refused = refused;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await ShowAsync(new(person));
        }

        Told = HttpContext.Texts()["manage.person.saved"];
        return LocalRedirect($"/manage/people/{person}");
    }

    private async Task<IActionResult> ShowAsync(PersonId person)
    {
        var texts = HttpContext.Texts();
        if (await reads.FindAsync(person, texts) is not { } card)
        {
            return NotFound();
        }

        Card = card;
        Way = await ways.LookAsync(person) ?? Way;
        Institutions = institutions.Groups(await institutions.ForAsync(card.Community), texts);
        Communities = CommunityNames.Groups(
            pack,
            texts,
            code => code != card.Community && current.Viewer.Answers(code)
        );
        Territories = TerritoryGroups(texts);
        await looked.PeopleAsync(person);
        return Page();
    }

    // By level, the widest first: who serves a whole district stands before who serves a community.
    private IReadOnlyList<CommunityGroup> TerritoryGroups(Texts texts)
    {
        var byName = StringComparer.Create(texts.Culture, ignoreCase: true);
        return
        [
            .. pack
                .Territories.Levels.Select(level => new CommunityGroup(
                    level.Name.In(texts.Language),
                    [
                        .. pack
                            .Territories.All.Where(one =>
                                one.Level == level.Code
                                && (
                                    current.Viewer.SeesEveryone
                                    || current.Viewer.Territories.Contains(one.Code)
                                )
                            )
                            .Select(one => (one.Code.Value, texts.PlaceWords(pack, one.Code)))
                            .OrderBy(choice => choice.Item2, byName),
                    ]
                ))
                .Where(group => group.Choices.Count > 0),
        ];
    }
}
