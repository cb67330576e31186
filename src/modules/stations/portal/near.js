// Asks for the position when the button is pressed, never before, and passes on no more of it than a hundred metres need.
const button = document.getElementById("near");
const failed = document.getElementById("near-failed");
if (button && navigator.geolocation) {
  button.hidden = false;
  button.addEventListener("click", () => {
    button.disabled = true;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        location.search = `?at=${coords.latitude.toFixed(3)},${coords.longitude.toFixed(3)}`;
      },
      () => {
        button.disabled = false;
        failed.hidden = false;
      },
      { timeout: 15000, maximumAge: 300000 },
    );
  });
}
