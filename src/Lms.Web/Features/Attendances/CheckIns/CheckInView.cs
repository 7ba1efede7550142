using Lms.Domain.Live;
using Lms.Web.Features.Shared.WaysIn;

namespace Lms.Web.Features.Attendances.CheckIns;

/// <summary>The code of now, as a wall shows it.</summary>
/// <param name="Path">Of the QR code, in squares of one.</param>
public sealed record CheckInView(int Size, string Path, string Short, int SecondsLeft)
{
    public static CheckInView Of(LmsSettings settings, CheckInCodes codes, LiveSessionId session)
    {
        var code = codes.Now(session);
        var (size, path) = QrDrawing.Of(
            $"{settings.Site.Address}/sessions/{session.Value}/checkin?c={code.Link}"
        );
        return new(size, path, $"{code.Short[..3]} {code.Short[3..]}", codes.SecondsLeft);
    }
}
