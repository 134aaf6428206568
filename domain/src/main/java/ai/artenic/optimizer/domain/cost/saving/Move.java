package ai.artenic.optimizer.domain.cost.saving;

import ai.artenic.optimizer.domain.calibration.WorkloadClass;
import ai.artenic.optimizer.domain.outcome.Place;

/// Jobs of a class that ran on one kind of machine and would have been cheaper on another.
public record Move(WorkloadClass workload, Site from, Site to) {
    /// A kind of machine, in any region and number.
    public record Site(String provider, String instanceType, boolean isSpot) {
        static Site of(Place place) {
            return new Site(place.provider().key(), place.instanceType(), place.isSpot());
        }

        /// As people read it: `aws p3.2xlarge spot`.
        public String name() {
            return provider + " " + instanceType + (isSpot ? " spot" : "");
        }
    }

    /// As people read it: `cnn/full/10m-100m on aws p3.2xlarge -> gcp g2-standard-8`.
    public String name() {
        return workload.text() + " on " + from.name() + " -> "
                + (from.equals(to) ? "the same elsewhere or in another number" : to.name());
    }
}
