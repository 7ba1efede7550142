namespace Lms.Web.Search.Stems;

/// <summary>What stands behind the stem of a verb; in each list the longest of its kind first.</summary>
internal static class VerbEndings
{
    /// <summary>Behind the verb's own vowel: вербува-ти, вербува-ла, вербу-є, взя-то.</summary>
    public static readonly string[] AfterVowel =
    [
        .. Words("тимуть тимемо тимете тиметь тимеш тимем тиму тиме"),
        .. Words("вши ємо єте єть єш ють ймо йте ючи"),
        .. Words("ти ть ла ло ли но то в ю є й"),
    ];

    /// <summary>The same with a case: направле-ного, поруше-нню, постражда-лих.</summary>
    public static readonly string[] Declined =
    [
        .. Words("ннями нням ннях ння нню нні нь"),
        .. Words("ними ного ному ною ної ний ній них ним на ну не ні"),
        .. Words("лими лого лому лою лої лий лій лих лим лу ле лі"),
    ];

    /// <summary>Behind a consonant: говор-иш, допомож-уть, перевір-те.</summary>
    public static readonly string[] AfterConsonant =
    [
        .. Words("ачи ячи учи имо ите іть імо емо ете еш иш ить ать ять уть ють еть ьте"),
        .. Words("мо те ти ла ло ли у ю е и"),
    ];

    private static string[] Words(string list) => list.Split(' ');
}
