using Lms.Domain.Shared;

namespace Lms.Web.Features.Shared;

public static class PointsWords
{
    /// <summary>«2,5»: points as people write them, to a hundredth.</summary>
    public static string Points(this Texts texts, Points points) =>
        (points.Thousandths / 1000m).ToString("0.##", texts.Culture);
}
