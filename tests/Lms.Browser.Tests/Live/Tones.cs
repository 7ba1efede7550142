namespace Lms.Browser.Tests.Live;

/// <summary>Eight tones of a second each, over and over: what is heard tells the second.</summary>
internal static class Tones
{
    private static readonly int[] Hertz = [440, 620, 800, 980, 1160, 1340, 1520, 1700];

    public static void Write(string path) =>
        Wave.Write(
            path,
            Hertz.Length,
            at =>
            {
                var turns = (double)Hertz[at / Wave.Rate] * at / Wave.Rate;
                return (short)(12_000 * Math.Sin(2 * Math.PI * turns));
            }
        );
}
