using Lms.Domain.Cases;

namespace Lms.Web.Features.Courses;

/// <summary>How an ending looks: its tone, its picture and the key of its words.</summary>
public sealed record EndingLook(string Tone, string Icon, string Words)
{
    public static EndingLook Of(CaseEnding ending) =>
        ending switch
        {
            CaseEnding.Good => new("good", "check-circle", "courses.case.ending.good"),
            CaseEnding.Poor => new("quiet", "info", "courses.case.ending.poor"),
            CaseEnding.Harm => new("warm", "warning", "courses.case.ending.harm"),
        };

    /// <summary>Key of the words for a run of the list.</summary>
    public static string WordsOf(CasePlay play) =>
        play switch
        {
            { IsBreached: true } => "courses.case.runs.breach",
            { Ending: { } ending } => ending switch
            {
                CaseEnding.Good => "courses.case.runs.good",
                CaseEnding.Poor => "courses.case.runs.poor",
                CaseEnding.Harm => "courses.case.runs.harm",
            },
            { Ending: null } => "courses.case.runs.left",
        };
}
