namespace Lms.Web.Pdf;

/// <summary>
/// The fonts of our documents, carried in the assembly (SIL OFL 1.1, Fonts/OFL.txt).
/// </summary>
public static class NotoSans
{
    private static readonly Lazy<TrueTypeFont> regular = new(() => Read("NotoSans-Regular"));
    private static readonly Lazy<TrueTypeFont> bold = new(() => Read("NotoSans-Bold"));

    public static TrueTypeFont Regular => regular.Value;

    public static TrueTypeFont Bold => bold.Value;

    private static TrueTypeFont Read(string name)
    {
        var resource = $"Lms.Web.Pdf.Fonts.{name}.ttf";
        using var stream =
            typeof(NotoSans).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not embedded.");
        var file = new byte[stream.Length];
        stream.ReadExactly(file);
        return new TrueTypeFont(name, file);
    }
}
