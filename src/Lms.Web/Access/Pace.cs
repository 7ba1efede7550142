namespace Lms.Web.Access;

/// <summary>What is slowed down when it is tried too often.</summary>
public enum Pace
{
    SignIn,
    SecondFactor,
    Reset,
    Setup,
    Registration,
    Invitation,
    OneTimeCode,
    Verify,

    /// <summary>Up to two hundred certificates at once.</summary>
    VerifyList,

    /// <summary>Whatever else sends a letter.</summary>
    Mail,
}

/// <summary>So many at once, and then one each time so long has passed.</summary>
public sealed record PaceLimit(int Burst, TimeSpan Each);

/// <summary>For one name (an account, a code), for one network, and for everyone together.</summary>
public sealed record PaceLimits(PaceLimit Name, PaceLimit Network, PaceLimit All)
{
    private static readonly PaceLimits Guessing = new(
        new(10, TimeSpan.FromSeconds(30)),
        new(60, TimeSpan.FromSeconds(1)),
        new(600, TimeSpan.FromMilliseconds(50))
    );

    private static readonly PaceLimits Letters = new(
        new(3, TimeSpan.FromMinutes(10)),
        new(20, TimeSpan.FromMinutes(1)),
        new(200, TimeSpan.FromSeconds(5))
    );

    // A class of thirty signs in behind one address; whoever succeeds gets the turn back.
    public static PaceLimits Of(Pace pace) =>
        pace switch
        {
            Pace.SignIn => Guessing,
            Pace.SecondFactor => Guessing with { Name = new(5, TimeSpan.FromMinutes(1)) },
            // The name is a login as one network tries it; see OneTimeCode for the sum.
            Pace.OneTimeCode => Guessing with { Name = new(5, TimeSpan.FromMinutes(1)) },
            Pace.Setup => Guessing,
            Pace.Invitation => Guessing,
            // A hall of people behind one address scans at once.
            Pace.Verify => new(
                new(60, TimeSpan.FromSeconds(1)),
                new(300, TimeSpan.FromMilliseconds(200)),
                new(3000, TimeSpan.FromMilliseconds(10))
            ),
            Pace.VerifyList => new(
                new(20, TimeSpan.FromSeconds(3)),
                new(20, TimeSpan.FromSeconds(3)),
                new(200, TimeSpan.FromMilliseconds(300))
            ),
            Pace.Reset => Letters,
            Pace.Registration => Letters,
            Pace.Mail => Letters,
        };
}
