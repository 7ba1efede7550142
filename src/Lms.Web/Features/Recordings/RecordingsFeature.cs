namespace Lms.Web.Features.Recordings;

public static class RecordingsFeature
{
    public static void AddRecordings(this IServiceCollection services)
    {
        services.AddScoped<CutRecording>();
        services.AddScoped<EraseRecording>();
    }
}
