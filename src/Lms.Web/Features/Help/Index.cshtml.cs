using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Help;

[AllowAnonymous]
public sealed class IndexModel(OrganisationPack pack, TimeProvider time) : PageModel
{
    public IReadOnlyList<HelpLine> Lines { get; } = [.. pack.HelpLines.OrderBy(line => line.Order)];

    public DateOnly Today { get; } = pack.DayOf(time.Now());

    public bool HasQuickExit => pack.QuickExitAddress.Length > 0;

    public void OnGet() => Response.Headers.CacheControl = "no-store";

    /// <summary>Name of the line's territory; empty when it serves the whole country.</summary>
    public string PlaceOf(HelpLine line, string language) =>
        line.Territory is { } code ? pack.Territories.Find(code)?.Name.In(language) ?? "" : "";

    /// <summary>What the phone dials: digits, and the plus of an international number.</summary>
    public static string Dialled(string number) =>
        (number.TrimStart().StartsWith('+') ? "tel:+" : "tel:")
        + string.Concat(number.Where(char.IsAsciiDigit));
}
