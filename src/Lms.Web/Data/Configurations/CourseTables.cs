using Lms.Domain.Courses;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Web.Data.Configurations;

internal sealed class CourseTable : IEntityTypeConfiguration<Course>
{
    public void Configure(EntityTypeBuilder<Course> builder)
    {
        builder.HasIndex(course => course.Slug).IsUnique();
        builder.HasMany(course => course.Versions).WithOne().HasForeignKey(v => v.CourseId);
        builder.HasMany(course => course.Activities).WithOne().HasForeignKey(a => a.CourseId);
    }
}

internal sealed class ActivityTable : IEntityTypeConfiguration<Activity>
{
    public void Configure(EntityTypeBuilder<Activity> builder) =>
        builder.HasIndex(activity => new { activity.CourseId, activity.Slug }).IsUnique();
}

internal sealed class CourseVersionTable : IEntityTypeConfiguration<CourseVersion>
{
    public void Configure(EntityTypeBuilder<CourseVersion> builder)
    {
        builder.HasIndex(version => new { version.CourseId, version.Number }).IsUnique();
        builder.Property(version => version.Manifest).IsJson();
        builder
            .HasMany(version => version.Activities)
            .WithOne()
            .HasForeignKey(activity => activity.CourseVersionId);
    }
}

internal sealed class ActivityVersionTable : IEntityTypeConfiguration<ActivityVersion>
{
    public void Configure(EntityTypeBuilder<ActivityVersion> builder)
    {
        builder.HasKey(activity => new { activity.CourseVersionId, activity.ActivityId });
        builder.HasOne<Activity>().WithMany().HasForeignKey(activity => activity.ActivityId);
        builder.Property(activity => activity.Lesson).IsJson();
        builder
            .Property(activity => activity.Quiz)
            .HasConversion(quiz => quiz!.Json, json => new QuizText(json));
    }
}
