using Lms.Domain.Coverage;

namespace Lms.Web.Features.Shared.Covering;

/// <summary>How a state of coverage is told: by a word, an icon, a tone and on a map by a letter.</summary>
public static class CoverageWords
{
    public static readonly IReadOnlyList<CoverageState> States = Enum.GetValues<CoverageState>();

    public static string Of(this Texts texts, CoverageState state) =>
        texts[$"shared.coverage.{CodeOf(state)}"];

    /// <summary>As it stands in addresses and names of classes.</summary>
    public static string CodeOf(CoverageState state) =>
        state switch
        {
            CoverageState.Covered => "covered",
            CoverageState.OnePersonOnly => "one",
            CoverageState.Expiring => "expiring",
            CoverageState.Uncovered => "uncovered",
            CoverageState.NotApplicable => "not-applicable",
            CoverageState.Unknown => "unknown",
        };

    public static string Tone(CoverageState state) =>
        state switch
        {
            CoverageState.Covered => "good",
            CoverageState.OnePersonOnly or CoverageState.Expiring => "warm",
            CoverageState.Uncovered => "bad",
            CoverageState.NotApplicable or CoverageState.Unknown => "quiet",
        };

    public static string Icon(CoverageState state) =>
        state switch
        {
            CoverageState.Covered => "check-circle",
            CoverageState.OnePersonOnly => "user",
            CoverageState.Expiring => "clock",
            CoverageState.Uncovered => "warning",
            CoverageState.NotApplicable => "door",
            CoverageState.Unknown => "info",
        };

    /// <summary>One sign for the eye, beside the pattern: read on a map in any colour.</summary>
    public static string Sign(CoverageState state) =>
        state switch
        {
            CoverageState.Covered => "✓",
            CoverageState.OnePersonOnly => "1",
            CoverageState.Expiring => "↓",
            CoverageState.Uncovered => "!",
            CoverageState.NotApplicable => "×",
            CoverageState.Unknown => "?",
        };

    public static CoverageState? Read(string? code) =>
        States.Cast<CoverageState?>().FirstOrDefault(state => CodeOf(state!.Value) == code);
}
