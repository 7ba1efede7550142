using Lms.Domain.People;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Register;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Admin.People;

/// <summary>What was typed into a form for a right and is not taken.</summary>
public sealed record TypedRight(
    string? Role,
    string? Territory,
    string? From,
    string? To,
    string Why,
    IReadOnlyList<Territory> Places
);

/// <summary>What was typed into the form for a deputy and is not taken.</summary>
public sealed record TypedDeputy(Guid Grant, string? Login, string? From, string? To, string Why);

/// <summary>One person or login: name, posts, account and rights.</summary>
[FreshSignIn]
[Authorize(Policy = nameof(AccessRole.Admin))]
public sealed class PersonModel(
    CardReads reads,
    InstitutionReads institutions,
    CurrentViewer current,
    OrganisationPack pack,
    TimeProvider time
) : PageModel
{
    public Card Card { get; private set; } = null!;

    public OrganisationPack Pack => pack;

    /// <summary>Names of those in which the person holds or held a post.</summary>
    public IReadOnlyDictionary<string, string> Institutions { get; private set; } =
        new Dictionary<string, string>();

    public DateOnly Today => pack.DayOf(time.Now());

    public TypedName? RefusedName { get; private set; }

    public TypedRight? RefusedRight { get; private set; }

    public TypedDeputy? RefusedDeputy { get; private set; }

    /// <summary>Key of the words for what an act was refused for.</summary>
    public string? Refused { get; private set; }

    /// <summary>The administrator's own card.</summary>
    public bool IsOwn => Card.Account?.Id == current.Viewer.Account;

    [TempData]
    public string? Told { get; set; }

    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, pack.TimeZone);

    public Task<IActionResult> OnGetAsync(Guid person) => ShowAsync(person);

    public async Task<IActionResult> OnPostNameAsync(
        Guid person,
        string? family,
        string? given,
        string? patronymic,
        string? latin,
        [FromServices] ChangeName change
    )
    {
        var typed = TypedName.Of(family, given, patronymic, latin);
        if (!typed.IsSound)
        {
            RefusedName = typed;
            return await ShowAsync(person);
        }

        return await change.RunAsync(new PersonId(person), typed)
            ? Done(person, "admin.person.name.done")
            : NotFound();
    }

    public async Task<IActionResult> OnPostGiveAsync(
        Guid person,
        string? role,
        string? territory,
        string? from,
        string? to,
        [FromServices] GiveGrant give
    )
    {
        if (await AccountAsync(person) is not { } account)
        {
            return NotFound();
        }

        var last = string.IsNullOrWhiteSpace(to) ? null : GrantWords.DayTyped(to);
        var typed = territory?.Trim() ?? "";
        var places = typed.Length == 0 ? [] : TypedPlace.Find(pack, typed);
        var answer =
            (typed.Length > 0 && places.Count != 1)
            || !Enum.TryParse<AccessRole>(role, out var asked)
            || !Enum.IsDefined(asked)
                ? RightAnswer.Unknown
            : GrantWords.DayTyped(from) is not { } first
            || (last is null && !string.IsNullOrWhiteSpace(to))
                ? RightAnswer.BadDays
            : await give.RunAsync(
                account.Id,
                asked,
                places is [var place] ? place.Code : null,
                first,
                last
            );
        if (answer == RightAnswer.Done)
        {
            return Done(person, "admin.person.grant.done");
        }

        RefusedRight = new(role, territory, from, to, WordsOf(answer), places);
        return await ShowAsync(person);
    }

    public async Task<IActionResult> OnPostEndAsync(
        Guid person,
        Guid grant,
        [FromServices] GiveGrant give
    ) =>
        await AccountAsync(person) is { } account
            ? await AnswerAsync(
                person,
                await give.EndAsync(account.Id, new(grant)),
                "admin.person.grant.ended"
            )
            : NotFound();

    public async Task<IActionResult> OnPostDeputyAsync(
        Guid person,
        Guid grant,
        string? login,
        string? from,
        string? to,
        [FromServices] NameDeputy deputies,
        [FromServices] LoginReads logins
    )
    {
        if (
            await AccountAsync(person) is not { } account
            || !account.Grants.Any(one => one.Grant.Id.Value == grant)
        )
        {
            return NotFound();
        }

        var answer =
            await logins.FindAsync(login ?? "") is not { } deputy ? DeputyAnswer.Unknown
            : GrantWords.DayTyped(from) is not { } first || GrantWords.DayTyped(to) is not { } last
                ? DeputyAnswer.BadDays
            : await deputies.RunAsync(new(grant), deputy, first, last, current.Viewer.Account);
        if (answer == DeputyAnswer.Named)
        {
            return Done(person, "admin.person.deputy.done");
        }

        RefusedDeputy = new(
            grant,
            login,
            from,
            to,
            answer switch
            {
                DeputyAnswer.BadDays => "admin.person.bad-days",
                DeputyAnswer.TooLong => "admin.person.deputy.too-long",
                DeputyAnswer.NotToPassOn => "admin.person.deputy.not-to-pass-on",
                DeputyAnswer.Unknown or DeputyAnswer.Named => "admin.person.deputy.unknown",
            }
        );
        return await ShowAsync(person);
    }

    public async Task<IActionResult> OnPostCloseAsync(
        Guid person,
        bool sure,
        [FromServices] CloseAccount close
    )
    {
        if (await AccountAsync(person) is not { } account)
        {
            return NotFound();
        }

        if (!sure)
        {
            Refused = "admin.person.close.unsure";
            return await ShowAsync(person);
        }

        return await AnswerAsync(
            person,
            await close.RunAsync(account.Id),
            "admin.person.close.done"
        );
    }

    public async Task<IActionResult> OnPostFactorAsync(
        Guid person,
        bool sure,
        [FromServices] LiftSecondFactor lift
    )
    {
        if (
            await reads.FindAsync(person) is not { Account: { } account } card
            || current.Viewer.Account is not { } by
        )
        {
            return NotFound();
        }

        if (!sure)
        {
            Refused = "admin.person.factor.unsure";
            return await ShowAsync(person);
        }

        return await lift.RunAsync(
            account.Id,
            by,
            card.Person is null ? AccountWords.Of(account.Id) : ""
        )
            ? Done(person, "admin.person.factor.done")
            : NotFound();
    }

    public async Task<IActionResult> OnPostReopenAsync(
        Guid person,
        [FromServices] CloseAccount close
    ) =>
        await AccountAsync(person) is { } account
            ? await AnswerAsync(
                person,
                await close.ReopenAsync(account.Id),
                "admin.person.reopen.done"
            )
            : NotFound();

    private async Task<IActionResult> AnswerAsync(Guid person, RightAnswer answer, string told)
    {
        switch (answer)
        {
            case RightAnswer.Done:
                return Done(person, told);
            case RightAnswer.Unknown:
                return NotFound();
            default:
                Refused = WordsOf(answer);
                return await ShowAsync(person);
        }
    }

    private static string WordsOf(RightAnswer answer) =>
        answer switch
        {
            RightAnswer.BadDays => "admin.person.bad-days",
            RightAnswer.Held => "admin.person.grant.held",
            RightAnswer.LastAdministrator => "admin.person.last",
            RightAnswer.Unknown or RightAnswer.Done => "admin.person.grant.unknown",
        };

    private LocalRedirectResult Done(Guid person, string words)
    {
        Told = HttpContext.Texts()[words];
        return LocalRedirect($"/admin/people/{person}");
    }

    private async Task<CardAccount?> AccountAsync(Guid person) =>
        (await reads.FindAsync(person))?.Account;

    private async Task<IActionResult> ShowAsync(Guid person)
    {
        if (await reads.FindAsync(person) is not { } card)
        {
            return NotFound();
        }

        Card = card;
        Institutions = await institutions.NamesAsync(
            [.. (card.Person?.Posts ?? []).Select(post => post.Institution).Distinct()],
            HttpContext.Texts().Language
        );
        await reads.RecordAsync(card);
        return Page();
    }
}
