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
            Pace.OneTimeCode => Guessing with { Name = new(5, TimeSpan.FromMinutes(1)) },
            Pace.Setup => Guessing,
            Pace.Invitation => Guessing,
            Pace.Verify => new(
                new(60, TimeSpan.FromSeconds(1)),
                new(120, TimeSpan.FromMilliseconds(500)),
                new(3000, TimeSpan.FromMilliseconds(10))
            ),
            Pace.Reset => Letters,
            Pace.Registration => Letters,
            Pace.Mail => Letters,
        };
}
