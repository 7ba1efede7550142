using System.Globalization;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared.WaysIn;

namespace Lms.Web.Features.Shared;

/// <summary>How a right is told: to people in words, to the log in codes.</summary>
public static class GrantWords
{
    /// <summary>«Manager/UA59… 2026-11-23..2026-12-01»: codes and days, nobody's name.</summary>
    public static string Of(Grant grant) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{grant.Role}{(grant.Territory is { } where ? $"/{where}" : "")} {grant.From:yyyy-MM-dd}..{grant.To:yyyy-MM-dd}"
        );

    public static string RoleWords(this Texts texts, AccessRole role) =>
        texts[
            role switch
            {
                AccessRole.Specialist => "shared.role.specialist",
                AccessRole.Trainer => "shared.role.trainer",
                AccessRole.Author => "shared.role.author",
                AccessRole.Manager => "shared.role.manager",
                AccessRole.Auditor => "shared.role.auditor",
                AccessRole.Admin => "shared.role.admin",
            }
        ];

    public static string PlaceWords(this Texts texts, OrganisationPack pack, TerritoryCode code) =>
        pack.NameOf(code, texts.Language);

    /// <summary>The territory of a right; the whole register without one.</summary>
    public static string ScopeWords(this Texts texts, OrganisationPack pack, TerritoryCode? code) =>
        code is { } place ? texts.PlaceWords(pack, place) : texts["shared.scope.all"];

    /// <summary>«від 1 грудня 2026 до 9 грудня 2026».</summary>
    public static string SpanWords(this Texts texts, DateOnly from, DateOnly? to) =>
        to is { } end
            ? texts.Fill("shared.span", texts.Day(from), texts.Day(end))
            : texts.Fill("shared.since", texts.Day(from));

    /// <summary>A day as the date field of a form sends it; null when it is none.</summary>
    public static DateOnly? DayTyped(string? written) =>
        DateOnly.TryParseExact(
            written?.Trim(),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;
}
