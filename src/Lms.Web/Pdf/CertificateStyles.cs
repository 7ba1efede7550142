namespace Lms.Web.Pdf;

/// <summary>
/// The type of a certificate at a scale. Every colour of text has a contrast of at least 4.5:1 on
/// white and on the tint (WCAG 2.2, 1.4.3).
/// </summary>
internal sealed record CertificateStyles(double Scale)
{
    /// <summary>oklch(45% 0.08 200).</summary>
    public static readonly Rgb Accent = new(0x1F5F66);
    public static readonly Rgb Ink = new(0x16262A);
    public static readonly Rgb Muted = new(0x4A5C60);
    public static readonly Rgb Tint = new(0xE9F1F1);
    public static readonly Rgb Hairline = new(0xC3D5D6);

    /// <summary>Of the ornament, paler so that the words lead.</summary>
    public static readonly Rgb Thread = new(0x4F878D);
    public static readonly Rgb White = new(0xFFFFFF);

    public TextStyle Issuer => Bold(11, Ink, 1.3);
    public TextStyle Detail => Plain(8.5, Muted, 1.4);
    public TextStyle Sample => Bold(10, Accent, 1.4);
    public TextStyle OtherName => Plain(13, Muted, 1.35);
    public TextStyle Heading => Bold(33, Accent, 1.2) with { Tracking = 33 * Scale * 0.05 };
    public TextStyle Subheading => Plain(12.5, Muted, 1.35);
    public TextStyle Holder => Bold(28, Ink, 1.2);
    public TextStyle Statement => Plain(11, Muted, 1.4);
    public TextStyle Course => Bold(17, Accent, 1.28);
    public TextStyle OutcomesHeading => Bold(9, Ink, 1.4);
    public TextStyle Label => Plain(9, Muted, 1.36);
    public TextStyle Body => Plain(9, Ink, 1.36);
    public TextStyle Signatory => Plain(9, Ink, 1.36);

    // The panel's words do not grow: their column is as wide as the code.
    public TextStyle Hint => Plain(8.5, Ink, 1.4) with { Size = 8.5 };
    public TextStyle Address => Plain(7.4, Accent, 1.36) with { Size = 7.4 };
    public TextStyle Note => Plain(7.5, Muted, 1.4) with { Size = 7.5 };

    /// <summary>A distance that shrinks with the type.</summary>
    public double Space(double points) => points * Scale;

    private TextStyle Plain(double size, Rgb color, double leading) =>
        new(NotoSans.Regular, size * Scale, color, leading);

    private TextStyle Bold(double size, Rgb color, double leading) =>
        new(NotoSans.Bold, size * Scale, color, leading);
}
